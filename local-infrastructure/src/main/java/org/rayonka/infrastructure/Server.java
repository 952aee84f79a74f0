package org.rayonka.infrastructure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * A real server as a child process: orphans ended, the port checked, started and waited
 * for, stopped in order, started again on the same port with the data it had.
 */
public abstract sealed class Server permits PostgresServer, RedisServer, KafkaServer {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final int ATTEMPTS = 5;

	private final String name;

	private final Path folder;

	private final OwnedProcess process;

	private final boolean portFromKernel;

	private boolean settled;

	private volatile int port;

	private volatile Runnable onStart = () -> {
	};

	Server(String name, Path folder, Path log, int port) {
		this.name = name;
		this.folder = folder.toAbsolutePath();
		this.process = new OwnedProcess(name, this.folder.resolve(name + ".pid"), log);
		this.portFromKernel = port == 0;
		this.port = port;
	}

	final Path folder() {
		return this.folder;
	}

	/** Prepares the data and gives the command line. */
	abstract List<String> command(int chosenPort);

	/** Whether the server serves. */
	abstract boolean answers(int chosenPort);

	Map<String, String> environment() {
		return Map.of();
	}

	StopSignal signal() {
		return StopSignal.TERM;
	}

	/** Tells of each new process, before it is ready. */
	void onStart(Runnable listener) {
		this.onStart = listener;
	}

	/**
	 * The server's name, as the command line shows it.
	 * @return {@code postgresql}, {@code redis} or {@code kafka}
	 */
	public final String name() {
		return this.name;
	}

	/**
	 * The port on the loopback address; the same after a restart.
	 * @return the port, 0 before the first start if the kernel is to choose
	 */
	public final int port() {
		return this.port;
	}

	/**
	 * The running process.
	 * @return its id, or -1 when it is not running
	 */
	public final long pid() {
		return this.process.pid();
	}

	/**
	 * Where the server writes what it has to say.
	 * @return the log file
	 */
	public final Path log() {
		return this.process.log();
	}

	/**
	 * Whether the process lives.
	 * @return false before the start and after the end
	 */
	public final boolean isAlive() {
		return this.process.isAlive();
	}

	/**
	 * Whether it serves, asked in its own protocol.
	 * @return false also when nobody answers within a second
	 */
	public final boolean answers() {
		return isAlive() && answers(this.port);
	}

	/**
	 * The end of the process that is running now.
	 * @return completes when it ends; completed when it is not running
	 */
	public final CompletableFuture<Void> onExit() {
		return this.process.onExit();
	}

	/**
	 * Ends an orphan of an earlier run, starts the process and returns when it answers;
	 * does nothing when it is running. A port from the kernel that somebody snatched is
	 * chosen again.
	 * @throws InfrastructureException when the port is taken or the server does not start
	 */
	public final synchronized void start() {
		if (isAlive()) {
			return;
		}
		stop();
		if (this.settled || !this.portFromKernel) {
			run();
			return;
		}
		for (int attempt = 1; !this.settled; attempt++) {
			this.port = Ports.free();
			try {
				run();
				this.settled = true;
			}
			catch (PortTakenException ex) {
				// perhaps for a moment only
				if (attempt == ATTEMPTS) {
					throw ex;
				}
			}
			catch (InfrastructureException ex) {
				if (attempt == ATTEMPTS || Ports.isFree(this.port)) {
					throw ex;
				}
			}
		}
	}

	/**
	 * Stops in order, by force when that takes too long, also what an earlier run left;
	 * does nothing when it is not running.
	 */
	public final synchronized void stop() {
		this.process.adopt();
		this.process.stop(signal(), Duration.ofSeconds(20));
	}

	/**
	 * Kills without notice, as a crash would.
	 */
	public final void kill() {
		this.process.kill();
	}

	private void run() {
		if (!Ports.isFree(this.port)) {
			throw new PortTakenException("Port " + this.port + ", which " + this.name + " needs, is taken by "
					+ PortHolder.of(this.port) + ": stop that or choose another port");
		}
		this.process.start(command(this.port), this.folder, environment());
		this.onStart.run();
		awaitAnswer();
	}

	private void awaitAnswer() {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!answers(this.port)) {
			if (!isAlive()) {
				throw failure("ended while starting");
			}
			if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
				kill();
				throw failure("does not answer");
			}
			LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
		}
		if (!isAlive()) {
			throw failure("ended while starting");
		}
	}

	private InfrastructureException failure(String what) {
		return new InfrastructureException("%s %s; its log %s ends with: %s".formatted(this.name, what, log(),
				String.join(" | ", LogTail.of(log(), 5))));
	}

	/**
	 * Somebody else has the port.
	 */
	private static final class PortTakenException extends InfrastructureException {

		PortTakenException(String message) {
			super(message);
		}

	}

}
