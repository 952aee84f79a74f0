package org.rayonka.standalone.screen;

import java.io.PrintStream;
import java.util.Map;

/**
 * Whom a work is shown to.
 *
 * @param out standard output
 * @param err standard error
 * @param columns width of the terminal, 0 when there is none
 */
public record Screen(PrintStream out, PrintStream err, int columns) {

	/**
	 * This process' own.
	 * @param environment in which {@code ./rayonka} says whether there is a terminal and
	 * how wide it is
	 * @return the screen
	 */
	public static Screen of(Map<String, String> environment) {
		boolean terminal = "1".equals(environment.get("RAYONKA_TERMINAL"));
		String columns = environment.getOrDefault("RAYONKA_COLUMNS", "80");
		int width = columns.matches("[1-9]\\d{0,3}") ? Integer.parseInt(columns) : 80;
		return new Screen(System.out, System.err, terminal ? width : 0);
	}

	/**
	 * Whether somebody reads it.
	 * @return false when it is read by a program
	 */
	public boolean terminal() {
		return this.columns > 0;
	}

	/**
	 * Begins to show.
	 * @return the view for who reads it
	 */
	public View view() {
		return terminal() ? new BarView(this.out, this.columns, System::nanoTime) : new LineView(this.out);
	}

	/**
	 * Where words for people go: programs read nothing but lines.
	 * @return a stream
	 */
	public PrintStream words() {
		return terminal() ? this.out : this.err;
	}

}
