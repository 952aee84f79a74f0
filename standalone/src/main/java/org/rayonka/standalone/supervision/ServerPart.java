package org.rayonka.standalone.supervision;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.rayonka.infrastructure.Server;

/**
 * PostgreSQL, Redis or Kafka under supervision.
 *
 * @param server the server
 * @param whenUp what to do each time it has come up, before others may rely on it
 */
public record ServerPart(Server server, Runnable whenUp) implements Part {

	@Override
	public String name() {
		return this.server.name();
	}

	@Override
	public int port() {
		return this.server.port();
	}

	@Override
	public long pid() {
		return this.server.pid();
	}

	@Override
	public Path log() {
		return this.server.log();
	}

	@Override
	public Optional<String> metrics() {
		return Optional.empty();
	}

	@Override
	public boolean serves() {
		return this.server.answers();
	}

	@Override
	public boolean answers() {
		// a server that recovers, or is busy, may be silent for long and must not be
		// killed
		return this.server.isAlive();
	}

	@Override
	public void start() {
		this.server.start();
		this.whenUp.run();
	}

	@Override
	public void stop() {
		this.server.stop();
	}

	@Override
	public void kill() {
		this.server.kill();
	}

	@Override
	public CompletableFuture<Void> onExit() {
		return this.server.onExit();
	}

}
