package org.rayonka.standalone.screen;

/**
 * What is still said when Ctrl-C ends a work that is shown, until it is closed.
 */
public final class Farewell implements AutoCloseable {

	private final Thread words;

	/**
	 * Stands ready from now on.
	 * @param words leaves what is open and says how the work goes on
	 */
	public Farewell(Runnable words) {
		this.words = new Thread(words, "farewell");
		Runtime.getRuntime().addShutdownHook(this.words);
	}

	/** There is no more need of it. */
	@Override
	public void close() {
		try {
			Runtime.getRuntime().removeShutdownHook(this.words);
		}
		catch (IllegalStateException ex) {
			// it is said already
		}
	}

}
