package org.rayonka.standalone.supervision;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One process of the platform, as the supervisor sees it.
 */
public interface Part {

	/**
	 * The name that the command line knows.
	 * @return the name
	 */
	String name();

	/**
	 * The port it serves on.
	 * @return the port
	 */
	int port();

	/**
	 * The running process.
	 * @return its id, or -1
	 */
	long pid();

	/**
	 * Where its output goes.
	 * @return the log file
	 */
	Path log();

	/**
	 * Where its measurements are.
	 * @return empty when it offers none
	 */
	Optional<String> metrics();

	/**
	 * Whether it serves at this moment, asked over the wire.
	 * @return false also when it does not answer within a second or two
	 */
	boolean serves();

	/**
	 * Whether it answers at all, be it that it cannot serve now.
	 * @return false when it is dead or hangs
	 */
	boolean answers();

	/**
	 * Starts it, ending an orphan first, and returns when it serves.
	 * @throws org.rayonka.infrastructure.InfrastructureException when it does not
	 */
	void start();

	/**
	 * Stops it in order, also what an earlier run left; does nothing when it is not
	 * running.
	 */
	void stop();

	/**
	 * Ends it without notice, since it hears none.
	 */
	void kill();

	/**
	 * The end of the process that is running now.
	 * @return completed when it is not running
	 */
	CompletableFuture<Void> onExit();

}
