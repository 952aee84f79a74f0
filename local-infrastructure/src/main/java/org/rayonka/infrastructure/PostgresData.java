package org.rayonka.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL's data directory: made once, whole or not at all; its configuration is
 * written anew before each start.
 */
final class PostgresData {

	/**
	 * Text search takes letters from the C library's locale: with plain C, «Район» would
	 * keep its quotes and its capital.
	 */
	private static final List<String> LOCALES = List.of("C.UTF-8", "C.utf8", "en_US.UTF-8", "ru_RU.UTF-8");

	private final Path folder;

	private final Path data;

	private final SecretFile superuserPassword;

	PostgresData(Path folder) {
		this.folder = folder;
		this.data = folder.resolve("data");
		this.superuserPassword = new SecretFile(folder.resolve("superuser-password"));
	}

	Path folder() {
		return this.data;
	}

	String superuserPassword() {
		return this.superuserPassword.value();
	}

	void prepare(Path programs, Unprivileged unprivileged, int port) {
		try {
			Files.createDirectories(this.folder);
			unprivileged.own(this.data);
			if (Files.notExists(this.data)) {
				initialise(programs, unprivileged);
			}
			Files.writeString(this.data.resolve("postgresql.conf"), configuration(port));
			forgetDeadPostmaster();
		}
		catch (IOException ex) {
			throw new InfrastructureException("PostgreSQL's data in " + this.folder + " cannot be prepared: " + ex, ex);
		}
	}

	private void initialise(Path programs, Unprivileged unprivileged) throws IOException {
		Path draft = this.folder.resolve("data.new");
		String complaint = "";
		for (String locale : LOCALES) {
			BinaryCache.deleteTree(draft);
			Files.createDirectory(draft);
			unprivileged.own(draft);
			complaint = initdb(programs, unprivileged, draft, locale);
			if (complaint.isEmpty()) {
				Files.move(draft, this.data, StandardCopyOption.ATOMIC_MOVE);
				return;
			}
		}
		throw new InfrastructureException("PostgreSQL's data cannot be initialised in " + draft + ": " + complaint);
	}

	/** Empty when all went well, else what initdb said. */
	private String initdb(Path programs, Unprivileged unprivileged, Path draft, String locale) throws IOException {
		superuserPassword();
		List<String> command = new ArrayList<>(unprivileged.prefix());
		command.addAll(List.of(programs.resolve("bin/initdb").toString(), "-D", draft.toString(), "-U", "postgres",
				"--auth=scram-sha-256", "--pwfile=" + this.superuserPassword.file(), "--encoding=UTF8",
				"--locale=" + locale, "--lc-messages=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
		Path log = this.folder.resolve("initdb.log");
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		try {
			if (!process.waitFor(2, TimeUnit.MINUTES)) {
				process.destroyForcibly();
				return "initdb takes too long";
			}
		}
		catch (InterruptedException ex) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
			return "interrupted";
		}
		return (process.exitValue() == 0) ? "" : String.join(" | ", LogTail.of(log, 5));
	}

	/** A postmaster.pid whose process is another's by now would keep PostgreSQL down. */
	private void forgetDeadPostmaster() throws IOException {
		Path file = this.data.resolve("postmaster.pid");
		if (Files.notExists(file)) {
			return;
		}
		boolean alive = Files.readAllLines(file)
			.stream()
			.findFirst()
			.map(String::strip)
			.filter((pid) -> pid.matches("\\d{1,9}"))
			.flatMap((pid) -> ProcessHandle.of(Long.parseLong(pid)))
			.flatMap((process) -> process.info().commandLine())
			.filter((command) -> command.contains("postgres") && command.contains(this.data.toString()))
			.isPresent();
		if (!alive) {
			Files.delete(file);
		}
	}

	private static String configuration(int port) {
		return """
				# written anew at each start
				listen_addresses = '127.0.0.1'
				port = %d
				unix_socket_directories = ''
				max_connections = 100
				password_encryption = 'scram-sha-256'
				# what is acknowledged is kept
				fsync = on
				synchronous_commit = on
				full_page_writes = on
				# small
				shared_buffers = 48MB
				work_mem = 4MB
				maintenance_work_mem = 32MB
				max_wal_size = 256MB
				min_wal_size = 64MB
				io_method = sync
				max_worker_processes = 4
				max_parallel_workers_per_gather = 0
				max_wal_senders = 2
				autovacuum_max_workers = 1
				jit = off
				# the same everywhere
				timezone = 'UTC'
				log_timezone = 'UTC'
				datestyle = 'iso, ymd'
				lc_messages = 'C'
				log_line_prefix = '%%m [%%p] %%d '
				log_checkpoints = off
				""".formatted(port);
	}

}
