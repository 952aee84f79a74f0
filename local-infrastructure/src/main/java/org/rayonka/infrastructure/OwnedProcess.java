package org.rayonka.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * A process of ours: known by its pid file also to a later run, away from the terminal's
 * signals, never confused with somebody else's.
 */
public final class OwnedProcess {

	private static final long LOG_LIMIT = 16L * 1024 * 1024;

	private static final @Nullable Path SETSID = Executables.find("setsid").orElse(null);

	private final String name;

	private final Path log;

	private final PidFile pidFile;

	private volatile @Nullable ProcessHandle process;

	/**
	 * A process that may be running since an earlier run, or not at all.
	 * @param name its name
	 * @param pidFile where its id is written down
	 * @param log where its output goes
	 */
	public OwnedProcess(String name, Path pidFile, Path log) {
		this.name = name;
		this.log = log;
		this.pidFile = new PidFile(pidFile);
	}

	/**
	 * Starts the process, its output appended to the log.
	 * @param command the program and its arguments
	 * @param folder the working directory
	 * @param environment what to add to the environment
	 */
	public synchronized void start(List<String> command, Path folder, Map<String, String> environment) {
		List<String> whole = new ArrayList<>(command);
		if (SETSID != null) {
			// Ctrl-C reaches the supervisor alone, which then stops things in order
			whole.addFirst(SETSID.toString());
		}
		ProcessBuilder builder = new ProcessBuilder(whole).directory(folder.toFile());
		builder.environment().put("MALLOC_ARENA_MAX", "2");
		builder.environment().putAll(environment);
		try {
			rotateLog();
			builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()));
			Process started = builder.start();
			started.getOutputStream().close();
			this.process = started.toHandle();
			this.pidFile.write(started.toHandle());
		}
		catch (IOException | UncheckedIOException ex) {
			kill();
			throw new InfrastructureException(this.name + " cannot be started: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Whether the process lives.
	 * @return false before the start and after the end
	 */
	public boolean isAlive() {
		ProcessHandle current = this.process;
		return current != null && current.isAlive();
	}

	/**
	 * The process' id.
	 * @return the id, or -1 when it does not live
	 */
	public long pid() {
		ProcessHandle current = this.process;
		return (current != null && current.isAlive()) ? current.pid() : -1;
	}

	/**
	 * Where the output goes.
	 * @return the log file
	 */
	public Path log() {
		return this.log;
	}

	/**
	 * The end of the process that lives now.
	 * @return completed when there is none
	 */
	public CompletableFuture<Void> onExit() {
		ProcessHandle current = this.process;
		return (current != null) ? current.onExit().thenAccept((ended) -> {
		}) : CompletableFuture.completedFuture(null);
	}

	/**
	 * Looks for the process of an earlier run and takes it over.
	 * @return the orphan's id, empty when there is none
	 */
	public synchronized Optional<Long> adopt() {
		if (isAlive()) {
			return Optional.of(pid());
		}
		this.process = this.pidFile.owner().orElse(null);
		return (this.process != null) ? Optional.of(pid()) : Optional.empty();
	}

	/**
	 * Ends the process with a signal and, when it does not end in time, by force.
	 * @param signal the signal that asks it to end
	 * @param patience how long it may take
	 * @return whether force was needed
	 */
	public synchronized boolean stop(StopSignal signal, Duration patience) {
		ProcessHandle current = this.process;
		boolean forced = false;
		if (current != null && current.isAlive()) {
			signal.send(current);
			forced = !ends(current, patience);
			if (forced) {
				current.destroyForcibly();
				ends(current, patience);
			}
		}
		this.process = null;
		this.pidFile.delete();
		return forced;
	}

	/**
	 * Ends the process without notice and waits for its end.
	 */
	public synchronized void kill() {
		ProcessHandle current = this.process;
		if (current != null) {
			current.destroyForcibly();
			ends(current, Duration.ofSeconds(10));
		}
	}

	private static boolean ends(ProcessHandle process, Duration patience) {
		try {
			process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return !process.isAlive();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return !process.isAlive();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void rotateLog() throws IOException {
		Files.createDirectories(this.log.toAbsolutePath().getParent());
		if (Files.exists(this.log) && Files.size(this.log) > LOG_LIMIT) {
			Files.move(this.log, this.log.resolveSibling(this.log.getFileName() + ".1"),
					StandardCopyOption.REPLACE_EXISTING);
		}
	}

}
