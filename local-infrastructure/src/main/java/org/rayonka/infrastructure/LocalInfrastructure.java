package org.rayonka.infrastructure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * PostgreSQL, Redis and Kafka over one data folder, which no other launcher can take
 * meanwhile.
 */
public final class LocalInfrastructure implements AutoCloseable {

	private final FolderLock lock;

	private final PostgresServer postgres;

	private final RedisServer redis;

	private final KafkaServer kafka;

	private LocalInfrastructure(Path folder, InfrastructureSettings settings) {
		this.lock = FolderLock.take(folder);
		this.postgres = new PostgresServer(folder.resolve("postgresql"), log(folder, settings, "postgresql"),
				settings.postgresqlPort());
		this.redis = new RedisServer(folder.resolve("redis"), log(folder, settings, "redis"), settings.redisPort(),
				settings.redisPassword());
		this.kafka = new KafkaServer(folder.resolve("kafka"), log(folder, settings, "kafka"), settings.kafkaPort());
	}

	/**
	 * Takes a data folder; nothing is started yet.
	 * @param folder the folder; may be new
	 * @param settings ports, password, logs
	 * @return the servers over the folder
	 * @throws InfrastructureException when the folder cannot be written or another
	 * launcher has it
	 */
	public static LocalInfrastructure in(Path folder, InfrastructureSettings settings) {
		return new LocalInfrastructure(folder.toAbsolutePath(), settings);
	}

	/**
	 * Takes a data folder, with ports from the kernel.
	 * @param folder the folder; may be new
	 * @return the servers over the folder
	 */
	public static LocalInfrastructure in(Path folder) {
		return in(folder, InfrastructureSettings.any());
	}

	/**
	 * The database server.
	 * @return the server, running or not
	 */
	public PostgresServer postgres() {
		return this.postgres;
	}

	/**
	 * The store of counters, lists and sessions.
	 * @return the server, running or not
	 */
	public RedisServer redis() {
		return this.redis;
	}

	/**
	 * The broker of events.
	 * @return the server, running or not
	 */
	public KafkaServer kafka() {
		return this.kafka;
	}

	/**
	 * One of the servers.
	 * @param kind which
	 * @return the server, running or not
	 */
	public Server server(ServerKind kind) {
		return switch (kind) {
			case POSTGRESQL -> this.postgres;
			case REDIS -> this.redis;
			case KAFKA -> this.kafka;
		};
	}

	/**
	 * Starts all servers side by side and returns when they answer.
	 */
	public void start() {
		start(Set.of(ServerKind.values()));
	}

	/**
	 * Starts some of the servers side by side and returns when they answer.
	 * @param kinds which; those that run already stay as they are
	 */
	public void start(Set<ServerKind> kinds) {
		sideBySide(kinds.stream().map(this::server).toList(), Server::start);
	}

	/**
	 * Stops all servers side by side, also those that a killed run left over this folder;
	 * the folder stays taken.
	 */
	public void stop() {
		sideBySide(List.of(this.postgres, this.redis, this.kafka), Server::stop);
	}

	/** Tells of each new process, before it is ready. */
	void onStart(Runnable listener) {
		for (ServerKind kind : ServerKind.values()) {
			server(kind).onStart(listener);
		}
	}

	@Override
	public void close() {
		stop();
		this.lock.close();
	}

	private static void sideBySide(List<? extends Server> servers, Consumer<Server> task) {
		List<CompletableFuture<Void>> running = new ArrayList<>();
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Server server : servers) {
				running.add(CompletableFuture.runAsync(() -> task.accept(server), executor));
			}
			CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof InfrastructureException failure) {
				throw failure;
			}
			throw ex;
		}
	}

	private static Path log(Path folder, InfrastructureSettings settings, String name) {
		Path logs = settings.logs();
		return (logs != null) ? logs.resolve(name + ".log") : folder.resolve(name).resolve(name + ".log");
	}

}
