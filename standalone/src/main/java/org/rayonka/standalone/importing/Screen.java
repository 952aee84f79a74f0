package org.rayonka.standalone.importing;

import java.io.PrintStream;

/**
 * Whom an import is shown to.
 *
 * @param out standard output
 * @param err standard error
 * @param columns width of the terminal, 0 when there is none
 */
public record Screen(PrintStream out, PrintStream err, int columns) {

	View view() {
		return (this.columns > 0) ? new BarView(this.out, this.columns, System::nanoTime) : new LineView(this.out);
	}

	/** Where words for people go: programs read nothing but lines. */
	PrintStream words() {
		return (this.columns > 0) ? this.out : this.err;
	}

}
