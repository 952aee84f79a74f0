package org.rayonka.standalone.supervision;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

import org.rayonka.infrastructure.InfrastructureException;
import org.rayonka.infrastructure.LogTail;
import org.rayonka.infrastructure.OwnedProcess;
import org.rayonka.infrastructure.PortHolder;
import org.rayonka.infrastructure.Ports;
import org.rayonka.infrastructure.StopSignal;

/**
 * A service under supervision: a process that says over HTTP when it is ready.
 */
public final class ServicePart implements Part {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final Duration GRACE = Duration.ofSeconds(20);

	private final String name;

	private final OwnedProcess process;

	private final Path folder;

	private final Launch launch;

	/**
	 * A service.
	 * @param name its name
	 * @param process its process
	 * @param folder its working directory
	 * @param launch how to start it
	 */
	public ServicePart(String name, OwnedProcess process, Path folder, Launch launch) {
		this.name = name;
		this.process = process;
		this.folder = folder;
		this.launch = launch;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public int port() {
		return this.launch.port();
	}

	@Override
	public long pid() {
		return this.process.pid();
	}

	@Override
	public Path log() {
		return this.process.log();
	}

	@Override
	public Optional<String> metrics() {
		return Optional.ofNullable(this.launch.management()).map((base) -> base + "/prometheus");
	}

	/**
	 * What it is started with, for those who run it elsewhere.
	 * @return names and values
	 */
	public Map<String, String> environment() {
		return this.launch.environment();
	}

	@Override
	public boolean serves() {
		return isOk(this.launch.readiness(), 2000);
	}

	@Override
	public boolean answers() {
		return isOk(this.launch.liveness(), 3000);
	}

	@Override
	public void start() {
		stop();
		for (int port : this.launch.ports()) {
			if (!Ports.isFree(port)) {
				throw new InfrastructureException("Port " + port + ", which " + this.name + " needs, is taken by "
						+ PortHolder.of(port) + ": stop that or choose another port");
			}
		}
		this.process.start(this.launch.command(), this.folder, this.launch.environment());
		awaitReady();
	}

	@Override
	public void stop() {
		this.process.adopt();
		this.process.stop(StopSignal.TERM, GRACE);
	}

	@Override
	public void kill() {
		this.process.kill();
	}

	@Override
	public CompletableFuture<Void> onExit() {
		return this.process.onExit();
	}

	private void awaitReady() {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!serves()) {
			if (!this.process.isAlive()) {
				throw failure("ended while starting");
			}
			if (System.nanoTime() > deadline) {
				this.process.stop(StopSignal.TERM, GRACE);
				throw failure("is not ready after " + PATIENCE.toMinutes() + " minutes");
			}
			LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
		}
	}

	private static boolean isOk(String url, int millis) {
		try {
			HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
			connection.setConnectTimeout(1000);
			connection.setReadTimeout(millis);
			int status = connection.getResponseCode();
			connection.disconnect();
			return status == HttpURLConnection.HTTP_OK;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private InfrastructureException failure(String what) {
		List<String> words = LogTail.of(log(), 200)
			.stream()
			.filter((line) -> line.contains("ERROR") || line.startsWith("Caused by") || line.startsWith("Reason:")
					|| line.startsWith("Description:") || line.contains("Exception"))
			.toList();
		String last = words.isEmpty() ? String.join(" | ", LogTail.of(log(), 3)) : words.getLast();
		return new InfrastructureException(
				"%s %s; its log %s says: %s".formatted(this.name, what, log(), last.strip()));
	}

}
