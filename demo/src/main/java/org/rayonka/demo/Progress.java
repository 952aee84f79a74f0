package org.rayonka.demo;

import java.util.function.Consumer;

/**
 * Counts what is done of one step and says so, for long steps about twenty-five times.
 */
final class Progress {

	private static final int LINES = 25;

	private final String what;

	private final int total;

	private final Consumer<String> listener;

	private final int every;

	private int done;

	Progress(String what, int total, Consumer<String> listener) {
		this.what = what;
		this.total = total;
		this.listener = listener;
		this.every = Math.max(1, total / LINES);
	}

	synchronized void add(int more) {
		int before = done;
		done += more;
		if (done == total || done / every > before / every) {
			listener.accept(what + " " + done + "/" + total);
		}
	}

}
