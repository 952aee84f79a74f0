package org.rayonka.standalone.screen;

import java.util.Locale;

/**
 * How far a phase of a work is, in one line.
 *
 * @param phase its name
 * @param done so far
 * @param of in all, 0 while that is not known
 * @param before how much of that was done when the phase began
 * @param seconds since then
 */
record Bar(String phase, long done, long of, long before, double seconds) {

	private static final int WIDEST = 40;

	private static final int NARROWEST = 5;

	/** With less, a rate says nothing. */
	private static final double ENOUGH = 0.5;

	/**
	 * The line, at least one column shorter than the terminal is wide: it must not wrap.
	 */
	String text(int columns) {
		String words = words();
		int room = Math.min(WIDEST, columns - 1 - words.length() - this.phase.length() - 4);
		String bar = (this.of > 0 && room >= NARROWEST) ? "[" + filled(room) + "] " : "";
		String line = this.phase + " " + bar + words;
		return line.substring(0, Math.min(line.length(), Math.max(columns - 1, 0)));
	}

	private String filled(int room) {
		int full = (int) (room * Math.min(this.done, this.of) / this.of);
		return "#".repeat(full) + "-".repeat(room - full);
	}

	private String words() {
		String count = (this.of > 0) ? this.done + "/" + this.of : Long.toString(this.done);
		if (this.seconds < ENOUGH || this.done <= this.before) {
			return count;
		}
		double rate = (this.done - this.before) / this.seconds;
		String words = String.format(Locale.ROOT, (rate < 10) ? "%s %.1f/s" : "%s %.0f/s", count, rate);
		return (this.of > this.done) ? words + " " + left(Math.round((this.of - this.done) / rate)) + " left" : words;
	}

	private static String left(long seconds) {
		return (seconds < 3600) ? "%d:%02d".formatted(seconds / 60, seconds % 60)
				: "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
	}

}
