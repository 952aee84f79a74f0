package org.rayonka.infrastructure;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * How a process is asked to end.
 */
public enum StopSignal {

	/** The usual request. */
	TERM,

	/** PostgreSQL's "fast" shutdown, which does not wait for clients. */
	INT;

	void send(ProcessHandle process) {
		if (this == TERM) {
			process.destroy();
			return;
		}
		try {
			new ProcessBuilder("sh", "-c", "kill -" + name() + " " + process.pid()).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor(5, TimeUnit.SECONDS);
		}
		catch (IOException ex) {
			process.destroy();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			process.destroy();
		}
	}

}
