package org.rayonka.identity;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.rayonka.infrastructure.ServerKind;
import org.rayonka.infrastructure.spring.UseLocalInfrastructure;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts instances of the service on an empty schema, side by side, again, and without a
 * database.
 */
@SpringJUnitConfig(IdentityStartIT.class)
@UseLocalInfrastructure(servers = ServerKind.POSTGRESQL, database = "identity")
class IdentityStartIT {

	private static final Map<String, String> TOKEN = Map.of("grant_type", "client_credentials");

	@Autowired
	private Environment environment;

	@Test
	void instancesThatPrepareAtOnceMakeOneKey() {
		String schema = newSchema();
		try (ConfigurableApplicationContext one = start(schema); ConfigurableApplicationContext two = start(schema)) {
			assertThat(body(one, "/oauth2/jwks")).isEqualTo(body(two, "/oauth2/jwks")).containsOnlyOnce("\"kid\"");
			JdbcClient jdbc = one.getBean(JdbcClient.class);
			jdbc.sql("delete from signing_key").update();
			CompletableFuture.allOf(prepare(one), prepare(two), prepare(one), prepare(two)).join();
			assertThat(jdbc.sql("select count(*) from signing_key").query(Integer.class).single()).isOne();
		}
	}

	@Test
	void createsWhatIsConfiguredAndLaterLeavesAllButTheGatewayAsItIs() throws Exception {
		String schema = newSchema();
		start(schema, "--rayonka.identity.gateway-secret=first-secret", "--rayonka.identity.clients[0].id=importer",
				"--rayonka.identity.clients[0].secret=first-secret", "--rayonka.identity.clients[0].scopes=newsroom",
				"--rayonka.identity.admin.email=Boss@example.org", "--rayonka.identity.admin.password=first-password")
			.close();
		try (ConfigurableApplicationContext again = start(schema, "--rayonka.identity.gateway-secret=second-secret",
				"--rayonka.identity.clients[0].id=importer", "--rayonka.identity.clients[0].secret=second-secret",
				"--rayonka.identity.clients[0].scopes=newsroom", "--rayonka.identity.admin.email=boss@example.org",
				"--rayonka.identity.admin.password=second-password")) {
			assertThat(token(port(again), "gateway", "second-secret").body()).contains("unauthorized_client");
			assertThat(token(port(again), "gateway", "first-secret").statusCode()).isEqualTo(401);
			assertThat(token(port(again), "importer", "first-secret").statusCode()).isEqualTo(200);
			Visitor boss = new Visitor(port(again), Map.of());
			assertThat(boss.signIn("boss@example.org", "second-password").statusCode()).isEqualTo(401);
			assertThat(Visitor.location(boss.signIn("boss@example.org", "first-password"))).startsWith("/oauth2/");
		}
	}

	@Test
	void keepsTheImportersSecretUpToDateAndGivesItTokensThatLast() throws Exception {
		String schema = newSchema();
		start(schema, "--rayonka.identity.importer.secret=first-secret").close();
		try (ConfigurableApplicationContext again = start(schema, "--rayonka.identity.importer.secret=second-secret")) {
			assertThat(token(port(again), "rayonka-import", "first-secret").statusCode()).isEqualTo(401);
			JsonNode answer = GatewayStub.json(token(port(again), "rayonka-import", "second-secret"));
			assertThat(answer.get("scope").asString().split(" ")).containsExactlyInAnyOrder("newsroom", "moderation");
			assertThat(answer.get("expires_in").asInt()).isGreaterThan(43_000);
		}
	}

	@Test
	void startsWithoutADatabaseAndSaysSo() throws Exception {
		CompletableFuture<Integer> port = new CompletableFuture<>();
		ApplicationListener<WebServerInitializedEvent> listener = (event) -> port
			.complete(event.getWebServer().getPort());
		Thread instance = Thread.ofPlatform()
			.start(() -> new SpringApplicationBuilder(IdentityApplication.class).listeners(listener)
				.run("--server.port=0", "--spring.flyway.enabled=false",
						"--spring.datasource.hikari.connection-timeout=250",
						"--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/nothing"));
		try {
			Visitor anyone = new Visitor(port.get(60, TimeUnit.SECONDS), Map.of());
			assertThat(anyone.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
			assertThat(anyone.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
			HttpResponse<String> answer = token(port.join(), "importer", "secret");
			assertThat(answer.statusCode()).isEqualTo(503);
			assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
			HttpResponse<String> page = anyone.signIn("boss@example.org", "password");
			assertThat(page.statusCode()).isEqualTo(503);
		}
		finally {
			instance.interrupt();
			instance.join();
		}
	}

	private ConfigurableApplicationContext start(String schema, String... more) {
		List<String> arguments = new ArrayList<>(List.of(more));
		String url = this.environment.getRequiredProperty("spring.datasource.url");
		arguments.addAll(List.of("--server.port=0", "--spring.flyway.default-schema=" + schema,
				"--spring.datasource.url=" + url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema,
				same("spring.datasource.username"), same("spring.datasource.password")));
		return new SpringApplicationBuilder(IdentityApplication.class).run(arguments.toArray(String[]::new));
	}

	private static CompletableFuture<Void> prepare(ConfigurableApplicationContext context) {
		Preparations preparations = context.getBean(Preparations.class);
		return CompletableFuture.runAsync(() -> preparations.run(new DefaultApplicationArguments()),
				(task) -> Thread.ofPlatform().start(task));
	}

	private static String newSchema() {
		return "s" + UUID.randomUUID().toString().replace("-", "");
	}

	private String same(String property) {
		return "--" + property + "=" + this.environment.getRequiredProperty(property);
	}

	private static int port(ConfigurableApplicationContext context) {
		return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	private static String body(ConfigurableApplicationContext context, String path) {
		try {
			return new Visitor(port(context), Map.of()).get(path).body();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static HttpResponse<String> token(int port, String client, String secret) throws Exception {
		return new Visitor(port, Map.of("Authorization", GatewayStub.basic(client, secret))).post("/oauth2/token",
				TOKEN);
	}

}
