package org.rayonka.demo;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Does a few things at once, begun in their order.
 */
final class Several {

	private static final int AT_ONCE = 4;

	private Several() {
	}

	/**
	 * Does it for all, or fails as the first that failed; what had not begun then is left
	 * out.
	 */
	static <T> void each(Collection<T> things, Consumer<T> work) {
		try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
			List<? extends Future<?>> all = things.stream()
				.map((thing) -> workers.submit(() -> work.accept(thing)))
				.toList();
			try {
				for (Future<?> one : all) {
					one.get();
				}
			}
			catch (ExecutionException ex) {
				workers.shutdownNow();
				throw (ex.getCause() instanceof DemoFailedException failed) ? failed
						: new DemoFailedException("Unexpected: " + ex.getCause(), ex);
			}
			catch (InterruptedException ex) {
				workers.shutdownNow();
				throw new Patience("Loading").interrupted(ex);
			}
		}
	}

}
