package org.rayonka.standalone.supervision;

import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Does slow things side by side.
 */
public final class Together {

	private Together() {
	}

	/**
	 * Returns when all are done; a failure of one does not keep the others from it.
	 * @param things what to do it to
	 * @param task what to do
	 * @param <T> the kind of things
	 */
	public static <T> void each(Collection<T> things, Consumer<? super T> task) {
		try (ExecutorService executor = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
			things.forEach((thing) -> executor.execute(() -> task.accept(thing)));
		}
	}

	/**
	 * Asks all at once.
	 * @param things what to ask
	 * @param question what to ask it
	 * @param <T> the kind of things
	 * @return whether each says yes; true when there is nothing to ask
	 */
	public static <T> boolean all(Collection<T> things, Predicate<? super T> question) {
		AtomicBoolean yes = new AtomicBoolean(true);
		each(things, (thing) -> {
			if (!question.test(thing)) {
				yes.set(false);
			}
		});
		return yes.get();
	}

}
