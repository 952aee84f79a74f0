package org.rayonka.infrastructure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalInfrastructureIT {

	private LocalInfrastructure servers;

	private Path folder;

	@BeforeAll
	void start(@TempDir Path temporary) throws Exception {
		this.folder = temporary.resolve("a folder, «с пробелами»");
		this.servers = LocalInfrastructure.in(this.folder);
		this.servers.start();
		new Contents(this.servers).write();
	}

	@AfterAll
	void stop() {
		this.servers.close();
	}

	@Test
	void keepsDataAndPortsWhenServersAreKilled() throws Exception {
		List<Integer> ports = all().map(Server::port).toList();
		all().forEach(Server::kill);
		assertThat(all()).noneMatch(Server::isAlive);
		this.servers.start();
		assertThat(all().map(Server::port)).isEqualTo(ports);
		assertEverythingIsKept();
	}

	@Test
	void keepsDataWhenTheWholeIsStoppedAndTakenAgain() throws Exception {
		this.servers.close();
		this.servers = LocalInfrastructure.in(this.folder);
		this.servers.start();
		assertEverythingIsKept();
	}

	@Test
	void startsARunningServerOnlyOnce() {
		List<Long> pids = all().map(Server::pid).toList();
		this.servers.start();
		assertThat(all().map(Server::pid)).isEqualTo(pids);
	}

	@Test
	void refusesASecondLauncherOnTheSameFolder() {
		assertThatThrownBy(() -> LocalInfrastructure.in(this.folder)).isInstanceOf(InfrastructureException.class)
			.hasMessageContaining("in use by another launcher");
	}

	@Test
	void searchesRussianText() throws Exception {
		assertThat(new Contents(this.servers).query("select to_tsvector('russian', '«Заречные» ВЕСТИ, ёлки')::text"))
			.isEqualTo("'вест':2 'елк':3 'заречн':1");
	}

	@Test
	void isDurable() throws Exception {
		assertThat(new Contents(this.servers).query("""
				select string_agg(setting, ' ' order by name) from pg_settings
				where name in ('fsync', 'full_page_writes', 'synchronous_commit')""")).isEqualTo("on on on");
	}

	@Test
	void endsWhatAKilledLauncherLeft(@TempDir Path orphanage) throws Exception {
		Process launcher = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp",
				System.getProperty("java.class.path"), Launcher.class.getName(), orphanage.toString())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		List<ProcessHandle> orphans = launcher.inputReader()
			.lines()
			.limit(3)
			.map((pid) -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
			.toList();
		launcher.destroyForcibly().waitFor();
		assertThat(orphans).hasSize(3).allMatch(ProcessHandle::isAlive);
		try (LocalInfrastructure heir = LocalInfrastructure.in(orphanage)) {
			heir.start();
			await().atMost(Duration.ofSeconds(5))
				.untilAsserted(() -> assertThat(orphans).noneMatch(ProcessHandle::isAlive));
			assertThat(new Contents(heir).inPostgres()).isEqualTo("«Район» читает");
		}
	}

	private void assertEverythingIsKept() throws Exception {
		Contents contents = new Contents(this.servers);
		assertThat(contents.inPostgres()).isEqualTo("«Район» читает");
		assertThat(contents.inRedis()).isEqualTo("kept");
		assertThat(contents.inKafka()).contains("kept");
	}

	private Stream<Server> all() {
		return Stream.of(ServerKind.values()).map(this.servers::server);
	}

	/**
	 * Starts the servers in a JVM that is then killed.
	 */
	static final class Launcher {

		private Launcher() {
		}

		public static void main(String[] args) throws Exception {
			LocalInfrastructure servers = LocalInfrastructure.in(Path.of(args[0]));
			servers.start();
			new Contents(servers).write();
			Stream.of(ServerKind.values()).map(servers::server).forEach((server) -> System.out.println(server.pid()));
			System.in.read();
		}

	}

}
