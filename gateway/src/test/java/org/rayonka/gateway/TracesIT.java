package org.rayonka.gateway;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Traces, once they are switched on.
 */
@GatewayTest
@TestPropertySource(properties = { "RAYONKA_TRACES=true", "RAYONKA_TRACES_SHARE=1" })
class TracesIT {

	private static final String FOREIGN = "0af7651916cd43dd8448eb211c80319c";

	private static final Set<String> collected = ConcurrentHashMap.newKeySet();

	private static final DisposableServer collector = HttpServer.create()
		.host("localhost")
		.port(0)
		.handle((request, response) -> request.receive()
			.aggregate()
			.asByteArray()
			.doOnNext((spans) -> collected.add(request.uri()))
			.then(response.status(200).send()))
		.bindNow();

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void collector(DynamicPropertyRegistry properties) {
		properties.add("RAYONKA_TRACES_URL", () -> "http://localhost:" + collector.port() + "/v1/traces");
	}

	@Test
	void tellsTheServiceOfTheTraceAndTheCollectorOfTheSpan() {
		JsonNode seen = Outside.seen(Outside.at(this.port)
			.get()
			.uri("/api/v1/editions")
			.header("traceparent", "00-" + FOREIGN + "-b7ad6b7169203331-00")
			.exchange());
		assertThat(seen.at("/headers/traceparent").asString()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[13]")
			.doesNotContain(FOREIGN);
		await().until(() -> collected.contains("/v1/traces"));
	}

}
