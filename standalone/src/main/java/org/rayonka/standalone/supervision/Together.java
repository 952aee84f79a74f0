package org.rayonka.standalone.supervision;

import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

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

}
