package org.rayonka.gateway.signin;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rayonka.gateway.GatewayTest;
import org.rayonka.gateway.Outside;
import org.rayonka.gateway.StandIns;
import org.rayonka.infrastructure.RedisServer;
import org.rayonka.infrastructure.RunningInfrastructure;
import org.springframework.http.MediaType;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@GatewayTest
class SignInIT {

	private static final String SESSION = "RAYONKA_SESSION";

	private static final String AUTHORIZATION = "/headers/authorization";

	@LocalServerPort
	private int port;

	private WebTestClient outside = WebTestClient.bindToServer().build();

	@BeforeEach
	void comeFromOutside() {
		this.outside = Outside.at(this.port);
		StandIns.ISSUER.accessTokensLive(Duration.ofMinutes(10));
	}

	@AfterEach
	void bringBack() {
		StandIns.ISSUER.beAway(false);
		redis().start();
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> start("/").expectStatus().is3xxRedirection());
	}

	@Test
	void signsPeopleInAndOut() {
		FluxExchangeResult<Void> start = start("/oauth2/authorization/rayonka?return=/zarechye/%3Fpage%3D2")
			.returnResult(Void.class);
		URI authorization = locationOf(start);
		assertThat(authorization.toString()).startsWith("https://rayonka.example/oauth2/authorize?")
			.contains("code_challenge=", "code_challenge_method=S256", "nonce=",
					"redirect_uri=https://rayonka.example/login/oauth2/code/rayonka");
		FluxExchangeResult<Void> back = callback(start);
		assertThat(locationOf(back)).hasToString("/zarechye/?page=2");
		String session = cookieOf(back);
		assertThat(session).as("a new session after sign-in").isNotEmpty().isNotEqualTo(cookieOf(start));

		JsonNode me = Outside.seen(this.outside.get().uri("/api/v1/me").cookie(SESSION, session).exchange());
		assertThat(me.toString())
			.isEqualTo("{\"signedIn\":true,\"name\":\"Анна\",\"roles\":[\"editor\"],\"editions\":[\"zarechye\"]}");

		FluxExchangeResult<Void> out = this.outside.post()
			.uri("/sign-out")
			.cookie(SESSION, session)
			.header("Sec-Fetch-Site", "same-origin")
			.exchange()
			.returnResult(Void.class);
		assertThat(locationOf(out).toString()).startsWith("https://rayonka.example/connect/logout?id_token_hint=");
		JsonNode stranger = Outside.seen(this.outside.get().uri("/api/v1/me").cookie(SESSION, session).exchange());
		assertThat(stranger.at("/signedIn").asBoolean()).isFalse();
	}

	@Test
	void leadsToNoOtherSite() {
		FluxExchangeResult<Void> start = start("/oauth2/authorization/rayonka?return=//evil.example/")
			.returnResult(Void.class);
		assertThat(locationOf(callback(start))).hasToString("/");
	}

	@Test
	void showsServicesTheTokenOfTheSession() {
		String session = signIn();
		JsonNode seen = Outside.seen(this.outside.get().uri("/zarechye/").cookie(SESSION, session).exchange());
		assertThat(seen.at(AUTHORIZATION).asString()).startsWith("Bearer ey");
		JsonNode login = Outside.seen(this.outside.get().uri("/login").cookie(SESSION, session).exchange());
		assertThat(login.at(AUTHORIZATION).isMissingNode()).as("identity-service has its own cookie").isTrue();
	}

	@Test
	void tellsServicesAlsoAsWhichVisitorPeopleReadBefore() {
		WebTestClient.ResponseSpec before = this.outside.put().uri("/api/v1/articles/1/like").exchange();
		String visitor = Outside.cookie(before.returnResult(Void.class).getResponseCookies(), "visitor");
		JsonNode seen = Outside.seen(this.outside.get()
			.uri("/api/v1/articles/1/like")
			.cookie(SESSION, signIn())
			.cookie("visitor", visitor)
			.exchange());
		assertThat(seen.at(AUTHORIZATION).asString()).startsWith("Bearer ey");
		assertThat(seen.at("/headers/rayonka-visitor").asString())
			.isEqualTo(visitor.substring(0, visitor.indexOf('.')));
	}

	@Test
	void renewsATokenOnceForManyRequests() {
		StandIns.ISSUER.accessTokensLive(Duration.ofSeconds(5));
		String session = signIn();
		StandIns.ISSUER.accessTokensLive(Duration.ofMinutes(10));
		int before = StandIns.ISSUER.renewals();
		Set<String> tokens = Set.copyOf(Flux.range(0, 8)
			.flatMap((i) -> this.outside.get()
				.uri("/api/v1/articles/" + i)
				.cookie(SESSION, session)
				.exchange()
				.returnResult(JsonNode.class)
				.getResponseBody())
			.map((seen) -> seen.at(AUTHORIZATION).asString())
			.collectList()
			.blockOptional()
			.orElseThrow());
		assertThat(tokens).hasSize(1).allMatch((token) -> token.startsWith("Bearer ey"));
		assertThat(StandIns.ISSUER.renewals()).isEqualTo(before + 1);
		Outside.seen(this.outside.get().uri("/api/v1/articles/9").cookie(SESSION, session).exchange());
		assertThat(StandIns.ISSUER.renewals()).as("the session keeps the new token").isEqualTo(before + 1);
	}

	@Test
	void endsASessionThatTheIssuerDoesNotRenew() {
		StandIns.ISSUER.accessTokensLive(Duration.ofSeconds(5));
		String session = signIn();
		StandIns.ISSUER.forget();
		WebTestClient.ResponseSpec answer = this.outside.get().uri("/zarechye/").cookie(SESSION, session).exchange();
		answer.expectCookie().maxAge(SESSION, Duration.ZERO);
		assertThat(Outside.seen(answer).at(AUTHORIZATION).isMissingNode()).isTrue();
	}

	@Test
	void letsPeopleReadOnWhileTheIssuerIsAway() {
		StandIns.ISSUER.accessTokensLive(Duration.ofSeconds(5));
		String session = signIn();
		StandIns.ISSUER.beAway(true);
		WebTestClient.ResponseSpec page = this.outside.get().uri("/zarechye/").cookie(SESSION, session).exchange();
		page.expectCookie().doesNotExist(SESSION);
		assertThat(Outside.seen(page).at(AUTHORIZATION).isMissingNode()).isTrue();
		this.outside.post()
			.uri("/api/v1/articles/1/comments")
			.cookie(SESSION, session)
			.header("Sec-Fetch-Site", "same-origin")
			.exchange()
			.expectStatus()
			.isEqualTo(503);
	}

	@Test
	void goesOnWithoutSessionsWhileRedisIsAway() {
		String session = signIn();
		redis().stop();
		this.outside.get().uri("/api/v1/articles").exchange().expectStatus().isOk();
		WebTestClient.ResponseSpec page = this.outside.get().uri("/zarechye/").cookie(SESSION, session).exchange();
		page.expectCookie().doesNotExist(SESSION);
		assertThat(Outside.seen(page).at(AUTHORIZATION).isMissingNode()).isTrue();
		start("/oauth2/authorization/rayonka").expectStatus()
			.isEqualTo(503)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:rayonka:problem:sign-in-unavailable");
		this.outside.get()
			.uri("/oauth2/authorization/rayonka")
			.accept(MediaType.TEXT_HTML)
			.exchange()
			.expectStatus()
			.isEqualTo(503)
			.expectHeader()
			.valueEquals("Retry-After", "5")
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.TEXT_HTML);
		redis().start();
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			JsonNode me = Outside.seen(this.outside.get().uri("/api/v1/me").cookie(SESSION, session).exchange());
			assertThat(me.at("/signedIn").asBoolean()).as("nobody was signed out").isTrue();
		});
	}

	@Test
	void waitsForARedisThatIsSlowRatherThanSendAway() {
		try (RedisClient client = RedisClient.create(redis().url());
				StatefulRedisConnection<String, String> connection = client.connect()) {
			connection.sync().clientPause(1500);
			start("/").expectStatus().is3xxRedirection();
		}
	}

	@Test
	void letsStrangersReadWithoutASession() {
		this.outside.get().uri("/").exchange().expectStatus().isOk().expectCookie().doesNotExist(SESSION);
		JsonNode me = Outside.seen(this.outside.get().uri("/api/v1/me").exchange());
		assertThat(me.toString()).isEqualTo("{\"signedIn\":false,\"name\":null,\"roles\":[],\"editions\":[]}");
	}

	@Test
	void passesGoodTokensOfProgramsOnAndRefusesOthers() {
		String good = StandIns.ISSUER.accessToken("feeds", Map.of("scope", "aggregator"), Duration.ofMinutes(5));
		assertThat(Outside.seen(bearer(good)).at(AUTHORIZATION).asString()).isEqualTo("Bearer " + good);
		String expired = StandIns.ISSUER.accessToken("feeds", Map.of(), Duration.ofMinutes(-5));
		for (String bad : new String[] { expired, "nonsense", good.substring(0, good.length() - 20) }) {
			bearer(bad).expectStatus()
				.isUnauthorized()
				.expectHeader()
				.valueEquals("WWW-Authenticate", "Bearer error=\"invalid_token\"")
				.expectBody()
				.jsonPath("$.type")
				.isEqualTo("urn:rayonka:problem:invalid-token");
		}
	}

	private WebTestClient.ResponseSpec bearer(String token) {
		return this.outside.get().uri("/api/v1/articles").header("Authorization", "Bearer " + token).exchange();
	}

	private String signIn() {
		return cookieOf(callback(start("/oauth2/authorization/rayonka").returnResult(Void.class)));
	}

	private WebTestClient.ResponseSpec start(String uri) {
		String from = uri.equals("/") ? "/oauth2/authorization/rayonka" : uri;
		return this.outside.get().uri(URI.create("http://localhost:" + this.port + from)).exchange();
	}

	private FluxExchangeResult<Void> callback(FluxExchangeResult<Void> start) {
		URI authorization = locationOf(start);
		String state = UriComponentsBuilder.fromUri(authorization).build().getQueryParams().getFirst("state");
		String code = StandIns.ISSUER.codeFor(authorization);
		return this.outside.get()
			.uri(URI.create(
					"http://localhost:" + this.port + "/login/oauth2/code/rayonka?code=" + code + "&state=" + state))
			.cookie(SESSION, cookieOf(start))
			.exchange()
			.expectStatus()
			.is3xxRedirection()
			.returnResult(Void.class);
	}

	private static URI locationOf(FluxExchangeResult<Void> answer) {
		URI location = answer.getResponseHeaders().getLocation();
		return (location != null) ? location : URI.create("");
	}

	private static String cookieOf(FluxExchangeResult<Void> answer) {
		return Outside.cookie(answer.getResponseCookies(), SESSION);
	}

	private static RedisServer redis() {
		return RunningInfrastructure.current(Set.of()).redis();
	}

}
