package org.rayonka.identity;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import com.nimbusds.jose.jwk.JWKSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.rayonka.infrastructure.ServerKind;
import org.rayonka.infrastructure.spring.UseLocalInfrastructure;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole service on a real PostgreSQL, seen from outside.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "rayonka.public-url=https://papers.example/",
				"rayonka.identity.gateway-secret=" + GatewayStub.SECRET })
@ActiveProfiles("demo")
@UseLocalInfrastructure(servers = ServerKind.POSTGRESQL, database = "identity")
class IdentityApplicationIT {

	private static final String PASSWORD = "demo-rayonka";

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Environment environment;

	@Test
	void givesAnApiClientATokenWithAllItsScopes() throws Exception {
		JsonNode answer = GatewayStub.json(token("demo-newsroom", "demo-newsroom-secret", Map.of()));
		assertThat(answer.get("token_type").asString()).isEqualTo("Bearer");
		assertThat(answer.get("expires_in").asInt()).isBetween(598, 600);
		assertThat(answer.get("scope").asString().split(" ")).containsExactlyInAnyOrder("newsroom", "moderation");
		assertClaims(answer.get("access_token"), "client-access-token");
	}

	@Test
	void narrowsATokenToTheScopeAskedFor() throws Exception {
		JsonNode answer = GatewayStub
			.json(token("demo-newsroom", "demo-newsroom-secret", Map.of("scope", "moderation")));
		assertThat(verified(answer.get("access_token")).getClaimAsStringList("scope")).containsExactly("moderation");
	}

	@Test
	void refusesAScopeThatIsNotTheClients() throws Exception {
		HttpResponse<String> answer = token("demo-aggregator", "demo-aggregator-secret", Map.of("scope", "newsroom"));
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(GatewayStub.json(answer).get("error").asString()).isEqualTo("invalid_scope");
	}

	@Test
	void refusesAWrongSecretTheWayTheStandardSays() throws Exception {
		for (HttpResponse<String> answer : List.of(token("demo-newsroom", "wrong", Map.of()),
				token("nobody", "wrong", Map.of()),
				visitor().post("/oauth2/token", Map.of("grant_type", "client_credentials")))) {
			assertThat(answer.statusCode()).isEqualTo(401);
			assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"rayonka\"");
			assertThat(GatewayStub.json(answer).get("error").asString()).isEqualTo("invalid_client");
		}
	}

	@Test
	void signsAPersonInByCodeAndPkce() throws Exception {
		Visitor person = visitor();
		JsonNode tokens = GatewayStub.exchange(gateway(this.port),
				GatewayStub.codeFor(person, "Editor.Zarechye@demo.rayonka.org ", PASSWORD));
		assertClaims(tokens.get("access_token"), "person-access-token");
		assertClaims(tokens.get("id_token"), "person-id-token");
		HttpResponse<String> info = visitor().get("/userinfo", "Authorization",
				"Bearer " + tokens.get("access_token").asString());
		assertThat(GatewayStub.json(info).get("name").asString()).isEqualTo("Пётр Лаптев");
	}

	@Test
	void takesATokenForNoSignIn() throws Exception {
		String token = GatewayStub.json(token("demo-newsroom", "demo-newsroom-secret", Map.of()))
			.get("access_token")
			.asString();
		HttpResponse<String> answer = visitor().get(GatewayStub.authorizeUri(), "Authorization", "Bearer " + token);
		assertThat(Visitor.location(answer)).isEqualTo("/login");
		assertThat(visitor().get("/userinfo").statusCode()).isEqualTo(401);
	}

	@Test
	void signsOutAndGoesBackToTheFrontPage() throws Exception {
		Visitor person = visitor();
		JsonNode tokens = GatewayStub.exchange(gateway(this.port),
				GatewayStub.codeFor(person, "reader@demo.rayonka.org", PASSWORD));
		HttpResponse<String> out = person.get("/connect/logout?" + Visitor.encoded(Map.of("id_token_hint",
				tokens.get("id_token").asString(), "post_logout_redirect_uri", "https://papers.example/")));
		assertThat(Visitor.location(out)).isEqualTo("https://papers.example/");
		assertThat(Visitor.location(person.get(GatewayStub.authorizeUri()))).isEqualTo("/login");
	}

	@Test
	void renewsTokensWithTheRolesOfNowAndNotForAClosedAccount() throws Exception {
		String email = newAccount();
		Visitor gateway = gateway(this.port);
		JsonNode tokens = GatewayStub.exchange(gateway, GatewayStub.codeFor(visitor(), email, PASSWORD));
		Map<String, String> renewal = Map.of("grant_type", "refresh_token", "refresh_token",
				tokens.get("refresh_token").asString());
		this.jdbc.sql("update account set roles = '{moderator,author}' where email = ?").param(email).update();
		JsonNode renewed = GatewayStub.json(gateway.post("/oauth2/token", renewal));
		assertThat(verified(renewed.get("access_token")).getClaimAsStringList("roles")).containsExactly("author",
				"moderator");
		this.jdbc.sql("update account set enabled = false where email = ?").param(email).update();
		HttpResponse<String> refused = gateway.post("/oauth2/token", renewal);
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(GatewayStub.json(refused).get("error").asString()).isEqualTo("invalid_grant");
		assertThat(visitor().signIn(email, PASSWORD).statusCode()).isEqualTo(401);
	}

	@Test
	void sendsToTheGatewayWhoComesToTheSignInPageDirectly() throws Exception {
		Visitor person = visitor();
		HttpResponse<String> signedIn = person.signIn("author@demo.rayonka.org", PASSWORD);
		assertThat(Visitor.location(signedIn)).isEqualTo("/oauth2/authorization/rayonka");
		assertThat(signedIn.headers().allValues("Set-Cookie"))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("RAYONKA_IDENTITY=")
				.contains("HttpOnly", "SameSite=Lax", "Secure", "Path=/"));
		assertThat(Visitor.location(person.get("/login"))).isEqualTo("/oauth2/authorization/rayonka");
	}

	@Test
	void showsThePageInTheLanguageOfTheVisitorAndWithoutASession() throws Exception {
		HttpResponse<String> russian = visitor().get("/login");
		assertThat(Jsoup.parse(russian.body()).title()).isEqualTo("Вход — Районка");
		assertThat(russian.headers().allValues("Set-Cookie")).noneMatch((cookie) -> cookie.contains("IDENTITY="));
		assertThat(russian.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
		Document english = Jsoup.parse(visitor().get("/login", "Accept-Language", "en-GB,en;q=0.9").body());
		assertThat(english.selectFirst("html")).hasToString(english.select("html[lang=en]").outerHtml());
		assertThat(english.select("label[for=password]").text()).isEqualTo("Password");
		assertThat(visitor().get("/identity/identity.css").headers().firstValue("Content-Type").orElse(""))
			.startsWith("text/css");
	}

	@Test
	void saysWhatWentWrongBesideTheForm() throws Exception {
		HttpResponse<String> refused = visitor().signIn("\"><i>@demo.rayonka.org", "wrong");
		assertThat(refused.statusCode()).isEqualTo(401);
		Document page = Jsoup.parse(refused.body());
		assertThat(page.title()).startsWith("Ошибка входа");
		assertThat(page.select("#error[role=alert]").text()).startsWith("Неверная почта или пароль");
		assertThat(page.select("input[name=password][autofocus][aria-describedby=error]")).hasSize(1);
		assertThat(page.select("input[name=username]").val()).isEqualTo("\"><i>@demo.rayonka.org");
		assertThat(page.select("input[name=password]").val()).isEmpty();
	}

	@Test
	void refusesAForgedForm() throws Exception {
		HttpResponse<String> refused = visitor().post("/login",
				Map.of("username", "reader@demo.rayonka.org", "password", PASSWORD));
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(Jsoup.parse(refused.body()).select("#error").text()).startsWith("Страница устарела");
	}

	@Test
	void slowsGuessingDownWithoutKeepingTheOwnerOut() throws Exception {
		String email = newAccount();
		Visitor stranger = new Visitor(this.port, Map.of("X-Forwarded-For", "203.0.113.7"));
		for (int attempt = 0; attempt < 5; attempt++) {
			assertThat(stranger.signIn(email, "wrong" + attempt).statusCode()).isEqualTo(401);
		}
		HttpResponse<String> slowed = stranger.signIn(email, PASSWORD);
		assertThat(slowed.statusCode()).isEqualTo(429);
		assertThat(slowed.headers().firstValue("Retry-After").orElse("")).isIn("1", "2");
		Visitor owner = new Visitor(this.port, Map.of("X-Forwarded-For", "203.0.113.8"));
		assertThat(Visitor.location(owner.signIn(email, PASSWORD))).isEqualTo("/oauth2/authorization/rayonka");
	}

	@Test
	void showsPublicKeysAloneAndTheAddressesOfTheOutside() throws Exception {
		JWKSet keys = JWKSet.parse(visitor().get("/oauth2/jwks").body());
		assertThat(keys.getKeys()).hasSize(1)
			.allSatisfy((key) -> assertThat(key.isPrivate()).isFalse())
			.allSatisfy((key) -> assertThat(key.getKeyID()).isNotBlank());
		for (String path : new String[] { "/.well-known/openid-configuration",
				"/.well-known/oauth-authorization-server" }) {
			JsonNode metadata = GatewayStub.json(visitor().get(path));
			assertThat(metadata.get("issuer").asString()).isEqualTo("https://papers.example");
			assertThat(metadata.get("token_endpoint").asString()).isEqualTo("https://papers.example/oauth2/token");
		}
	}

	@Test
	void losesNothingWhenItStartsAgain() throws Exception {
		JWKSet before = JWKSet.parse(visitor().get("/oauth2/jwks").body());
		String code = GatewayStub.codeFor(visitor(), "author@demo.rayonka.org", PASSWORD);
		try (ConfigurableApplicationContext other = startAgain()) {
			int otherPort = Integer.parseInt(other.getEnvironment().getRequiredProperty("local.server.port"));
			assertThat(JWKSet.parse(new Visitor(otherPort, Map.of()).get("/oauth2/jwks").body()).toString())
				.isEqualTo(before.toString());
			JsonNode tokens = GatewayStub.exchange(gateway(otherPort), code);
			assertThat(verified(tokens.get("access_token")).getClaimAsStringList("roles")).containsExactly("author");
		}
	}

	@Test
	void tellsPeopleWithAPageAndProgramsWithAProblem() throws Exception {
		HttpResponse<String> page = visitor().get("/oauth2/authorize?client_id=nobody&response_type=code", "Accept",
				"text/html");
		assertThat(page.statusCode()).isEqualTo(400);
		assertThat(Jsoup.parse(page.body()).select("h1").text()).isEqualTo("Ссылка не подходит");
		HttpResponse<String> problem = visitor().get("/identity/nothing");
		assertThat(problem.statusCode()).isEqualTo(404);
		assertThat(problem.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
	}

	@Test
	void isReadyAndShowsItsMetrics() throws Exception {
		assertThat(visitor().get("/actuator/health/readiness").body()).contains("\"UP\"");
		assertThat(visitor().get("/actuator/prometheus").body()).contains("hikaricp_connections");
		assertThat(visitor().post("/actuator/loggers/root", Map.of()).statusCode()).isEqualTo(403);
	}

	private ConfigurableApplicationContext startAgain() {
		return new SpringApplicationBuilder(IdentityApplication.class).profiles("demo")
			.run("--server.port=0", "--rayonka.public-url=https://papers.example/",
					"--rayonka.identity.gateway-secret=" + GatewayStub.SECRET, same("spring.datasource.url"),
					same("spring.datasource.username"), same("spring.datasource.password"), same("spring.flyway.url"),
					same("spring.flyway.user"), same("spring.flyway.password"));
	}

	private String same(String property) {
		return "--" + property + "=" + this.environment.getRequiredProperty(property);
	}

	private String newAccount() {
		String email = UUID.randomUUID() + "@demo.rayonka.org";
		this.jdbc.sql("""
				insert into account (id, email, name, password, roles, editions, created_at, changed_at)
				select ?, ?, name, password, roles, editions, created_at, changed_at
				from account where email = 'reader@demo.rayonka.org'""").params(UUID.randomUUID(), email).update();
		return email;
	}

	private HttpResponse<String> token(String client, String secret, Map<String, String> more) throws Exception {
		Map<String, String> form = new HashMap<>(more);
		form.put("grant_type", "client_credentials");
		return new Visitor(this.port, Map.of("Authorization", GatewayStub.basic(client, secret))).post("/oauth2/token",
				form);
	}

	private Visitor visitor() {
		return new Visitor(this.port, Map.of());
	}

	private static Visitor gateway(int port) {
		return new Visitor(port, Map.of("Authorization", GatewayStub.basic("gateway", GatewayStub.SECRET)));
	}

	private Jwt verified(JsonNode token) {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri("http://127.0.0.1:" + this.port + "/oauth2/jwks")
			.build();
		return decoder.decode(token.asString());
	}

	private void assertClaims(JsonNode token, String golden) throws Exception {
		Jwt jwt = verified(token);
		assertThat(jwt.getExpiresAt()).isAfter(jwt.getIssuedAt());
		Map<String, Object> claims = new TreeMap<>(jwt.getClaims());
		claims.keySet().removeAll(Set.of("iat", "exp", "nbf", "jti", "sid", "auth_time"));
		JSONAssert.assertEquals(
				new ClassPathResource("golden/" + golden + ".json").getContentAsString(StandardCharsets.UTF_8),
				JsonMapper.shared().writeValueAsString(claims), JSONCompareMode.NON_EXTENSIBLE);
	}

}
