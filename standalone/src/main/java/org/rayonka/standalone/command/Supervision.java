package org.rayonka.standalone.command;

import java.util.concurrent.CountDownLatch;

import org.rayonka.standalone.control.ControlServer;
import org.rayonka.standalone.folder.DataFolder;
import org.rayonka.standalone.platform.Home;
import org.rayonka.standalone.platform.Platform;
import org.rayonka.standalone.platform.RunOptions;

/**
 * This process as the supervisor: whatever ends it, short of a kill, stops the platform
 * in order.
 */
final class Supervision {

	private final ControlServer control;

	private final Platform platform;

	/**
	 * Takes the folder and listens; nothing is started yet.
	 */
	Supervision(DataFolder folder, RunOptions options) {
		this.platform = new Platform(Home.find(), folder, options);
		this.control = new ControlServer(folder, this.platform, () -> System.exit(0));
		Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
	}

	/** Returns when the site serves. */
	void start() {
		this.platform.start();
	}

	/** Supervises until the process is told to end. */
	void await() {
		try {
			new CountDownLatch(1).await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void stop() {
		this.platform.stop();
		this.control.close();
	}

}
