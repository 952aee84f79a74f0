package org.rayonka.standalone.control;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rayonka.infrastructure.InfrastructureException;
import org.rayonka.infrastructure.Ports;
import org.rayonka.standalone.folder.DataFolder;
import org.rayonka.standalone.folder.KeptProperties;
import org.rayonka.standalone.platform.Home;
import org.rayonka.standalone.platform.Platform;
import org.rayonka.standalone.platform.RunOptions;
import org.rayonka.standalone.supervision.Journal;
import org.rayonka.standalone.supervision.Keeper;
import org.rayonka.standalone.supervision.StandIn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class ControlTests {

	@TempDir
	private Path temporary;

	private final AtomicBoolean told = new AtomicBoolean();

	private Platform platform;

	private ControlServer server;

	private ControlClient client;

	@BeforeEach
	void listen() {
		DataFolder folder = new DataFolder(this.temporary);
		this.platform = new Platform(new Home(Path.of("..").toAbsolutePath().normalize()), folder,
				new RunOptions(Ports.free(), true, true));
		this.server = new ControlServer(folder, this.platform, () -> this.told.set(true));
		this.client = new ControlClient(folder);
	}

	@AfterEach
	void close() {
		this.server.close();
		this.platform.stop();
	}

	@Test
	void tellsTheStatusInTheFormOfTheContract() {
		JsonNode status = JsonMapper.shared().readTree(this.client.status().orElseThrow());
		assertThat(status.path("ready").isBoolean()).isTrue();
		assertThat(status.path("url").asString()).startsWith("http://localhost:");
		assertThat(status.path("ops").asString()).startsWith("http://localhost:");
		assertThat(status.path("processes").isArray()).isTrue();
		assertThat(status.path("supervisor").asLong()).isEqualTo(ProcessHandle.current().pid());
		assertThat(status.path("demo").path("clients").values()).extracting((client) -> client.path("id").asString())
			.contains("demo-newsroom", "demo-aggregator");
		assertThat(status.path("demo").path("accounts").get(0).propertyNames()).contains("email", "password", "roles");
	}

	@Test
	void describesAProcessInTheFormOfTheContract() {
		Keeper keeper = new Keeper(StandIn.part("web", this.temporary, 4711),
				new Journal(this.temporary.resolve("supervisor.log")), new Semaphore(1), Duration.ofMinutes(1));
		assertThat(StatusReport.process(keeper).propertyNames()).contains("name", "pid", "port", "state", "metrics",
				"log");
		assertThat(StatusReport.process(keeper).path("metrics").asString())
			.isEqualTo("http://127.0.0.1:4711/actuator/prometheus");
	}

	@Test
	void listensOnlyToWhoCanReadTheFolder() throws Exception {
		String port = new KeptProperties(this.temporary.resolve(ControlServer.FILE)).find("port").orElseThrow();
		assertThat(get(port, "/status")).isEqualTo(403);
		assertThat(get(port, "/down")).isEqualTo(403);
		assertThat(get(port, "/targets")).isEqualTo(200);
		assertThat(this.told).isFalse();
	}

	@Test
	void endsWhenAsked() {
		assertThat(this.client.down()).isTrue();
		await().untilTrue(this.told);
	}

	@Test
	void knowsNoOtherProcesses() {
		assertThatThrownBy(() -> this.client.restart("nginx")).isInstanceOf(InfrastructureException.class)
			.hasMessageContaining("no process nginx");
	}

	private static int get(String port, String path) throws Exception {
		try (HttpClient http = HttpClient.newHttpClient()) {
			URI uri = URI.create("http://127.0.0.1:" + port + path);
			return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
		}
	}

}
