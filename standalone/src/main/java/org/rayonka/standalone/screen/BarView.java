package org.rayonka.standalone.screen;

import java.io.PrintStream;
import java.util.function.LongSupplier;

import tools.jackson.databind.JsonNode;

/**
 * For people: one line that is drawn over.
 */
final class BarView implements View {

	private final PrintStream out;

	private final int columns;

	private final LongSupplier nanos;

	private String phase = "";

	private long before;

	private long begun;

	/**
	 * A bar.
	 * @param out the terminal
	 * @param columns its width
	 * @param nanos a clock
	 */
	BarView(PrintStream out, int columns, LongSupplier nanos) {
		this.out = out;
		this.columns = columns;
		this.nanos = nanos;
	}

	@Override
	public void show(String text, JsonNode line) {
		if (!line.path("kind").asString("").equals("progress")) {
			return;
		}
		String now = line.path("phase").asString("");
		long done = line.path("done").asLong(0);
		if (!now.equals(this.phase)) {
			this.phase = now;
			this.before = done;
			this.begun = this.nanos.getAsLong();
		}
		double seconds = (this.nanos.getAsLong() - this.begun) / 1e9;
		Bar bar = new Bar(now, done, line.path("of").asLong(0), this.before, seconds);
		this.out.print("\r\033[K" + bar.text(this.columns));
		this.out.flush();
	}

	@Override
	public void end() {
		this.out.print("\r\033[K");
		this.out.flush();
	}

}
