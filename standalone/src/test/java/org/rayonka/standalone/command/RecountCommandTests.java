package org.rayonka.standalone.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rayonka.standalone.command.CommandLineToolTests.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

class RecountCommandTests {

	private static final String REPORT = """
			{"mode":"verify","state":"DONE","failure":null,"startedAt":"2026-11-22T00:00:00Z","phase":"","done":9,"of":9,
			"articles":3,"differences":%d,"found":[],"before":{},"after":{},"changed":0,"largest":[],"unjudged":0}""";

	@TempDir
	private Path data;

	private HttpServer server;

	@BeforeEach
	void listen() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.start();
		Files.writeString(this.data.resolve("control.properties"), "port=" + port() + "\ntoken=of-the-test\n");
	}

	@AfterEach
	void close() {
		this.server.stop(0);
	}

	@Test
	void findsTheServiceBesideItsMetrics() {
		answer("/status", status("engagement-service", "up"));
		answer("/actuator/recount", REPORT.formatted(0));
		Outcome outcome = verify();
		assertThat(outcome.said()).contains("{\"kind\":\"done\"", "all counts are equal");
		assertThat(outcome.code()).isZero();
	}

	@Test
	void exitsWithOneWhenCountsDiffer() {
		answer("/status", status("engagement-service", "up"));
		answer("/actuator/recount", REPORT.formatted(2));
		Outcome outcome = verify();
		assertThat(outcome.said()).contains("2 counts not equal");
		assertThat(outcome.code()).isEqualTo(1);
	}

	@Test
	void saysThatTheServiceIsNotUp() {
		answer("/status", status("engagement-service", "restarting"));
		Outcome outcome = verify();
		assertThat(outcome.said().lines()).singleElement().asString().contains("restarting, not up", "status");
		assertThat(outcome.code()).isEqualTo(1);
	}

	@Test
	void saysThatThereIsNoSuchService() {
		answer("/status", status("web", "up"));
		Outcome outcome = verify();
		assertThat(outcome.said().lines()).singleElement().asString().contains("no process engagement-service");
		assertThat(outcome.code()).isEqualTo(1);
	}

	private Outcome verify() {
		return CommandLineToolTests.run("recount", "--verify", "--data", this.data.toString());
	}

	private String status(String name, String state) {
		return "{\"processes\":[{\"name\":\"%s\",\"state\":\"%s\",\"metrics\":\"http://127.0.0.1:%d/actuator/prometheus\"}]}"
			.formatted(name, state, port());
	}

	private int port() {
		return this.server.getAddress().getPort();
	}

	private void answer(String path, String body) {
		this.server.createContext(path, (exchange) -> {
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, bytes.length);
			exchange.getResponseBody().write(bytes);
			exchange.close();
		});
	}

}
