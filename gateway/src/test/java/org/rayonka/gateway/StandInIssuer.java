package org.rayonka.gateway;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.reactivestreams.Publisher;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OIDC issuer for tests: gives codes without asking, takes each code and each refresh
 * token once, and signs what it says.
 */
public final class StandInIssuer {

	/** How it calls itself in tokens. */
	public static final String NAME = "https://rayonka.example";

	private final Map<String, String> nonces = new ConcurrentHashMap<>();

	private final Map<String, String> refreshes = new ConcurrentHashMap<>();

	private final AtomicInteger renewals = new AtomicInteger();

	private final RSAKey key;

	private final DisposableServer server;

	private volatile Duration life = Duration.ofMinutes(10);

	private volatile boolean away;

	StandInIssuer() {
		try {
			this.key = new RSAKeyGenerator(2048).keyID("test").generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		this.server = HttpServer.create()
			.host("localhost")
			.port(0)
			.route((routes) -> routes.get("/oauth2/jwks", this::keys).post("/oauth2/token", this::tokens))
			.bindNow();
	}

	URI uri() {
		return URI.create("http://localhost:" + this.server.port());
	}

	/**
	 * Sets how long the next access tokens are good for.
	 * @param duration from when they are given
	 */
	public void accessTokensLive(Duration duration) {
		this.life = duration;
	}

	/**
	 * Lets token requests fail.
	 * @param gone whether they do
	 */
	public void beAway(boolean gone) {
		this.away = gone;
	}

	/** Forgets all refresh tokens. */
	public void forget() {
		this.refreshes.clear();
	}

	/**
	 * How often a refresh token was taken.
	 * @return the number of renewals
	 */
	public int renewals() {
		return this.renewals.get();
	}

	/**
	 * Lets a person sign in, as the form would.
	 * @param authorization where the gateway sent the browser
	 * @return a code for the gateway
	 */
	public String codeFor(URI authorization) {
		String code = UUID.randomUUID().toString();
		String nonce = UriComponentsBuilder.fromUri(authorization).build().getQueryParams().getFirst("nonce");
		this.nonces.put(code, String.valueOf(nonce));
		return code;
	}

	/**
	 * Signs an access token.
	 * @param subject whose
	 * @param claims beyond the standard ones
	 * @param validity from now, negative for an expired one
	 * @return the token
	 */
	public String accessToken(String subject, Map<String, Object> claims, Duration validity) {
		JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder().issuer(NAME)
			.subject(subject)
			.jwtID(UUID.randomUUID().toString())
			.issueTime(Date.from(Instant.now().minusSeconds(600)))
			.expirationTime(Date.from(Instant.now().plus(validity)));
		claims.forEach(builder::claim);
		return sign(builder.build());
	}

	private Publisher<Void> keys(HttpServerRequest request, HttpServerResponse response) {
		return response.header("Content-Type", "application/json")
			.sendString(Mono.just(new JWKSet(this.key.toPublicJWK()).toString()));
	}

	private Publisher<Void> tokens(HttpServerRequest request, HttpServerResponse response) {
		if (this.away) {
			return response.status(503).send();
		}
		boolean trusted = ("Basic " + Base64.getEncoder()
			.encodeToString("gateway:the-secret".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
			.equals(request.requestHeaders().get("Authorization"));
		return request.receive().aggregate().asString().flatMap((form) -> {
			Map<String, String> fields = UriComponentsBuilder.fromUriString("/?" + form)
				.build()
				.getQueryParams()
				.toSingleValueMap();
			Map<String, Object> answer = trusted ? answer(fields) : Map.of("error", "invalid_client");
			return response.status(answer.containsKey("error") ? 400 : 200)
				.header("Content-Type", "application/json")
				.sendString(Mono.just(JsonMapper.shared().writeValueAsString(answer)))
				.then();
		});
	}

	private Map<String, Object> answer(Map<String, String> fields) {
		if ("refresh_token".equals(fields.get("grant_type"))) {
			this.renewals.incrementAndGet();
			return (this.refreshes.remove(fields.get("refresh_token")) != null) ? given("") : refused();
		}
		String nonce = this.nonces.remove(fields.getOrDefault("code", ""));
		return (nonce != null && fields.containsKey("code_verifier")) ? given(nonce) : refused();
	}

	private static Map<String, Object> refused() {
		return Map.of("error", "invalid_grant");
	}

	private Map<String, Object> given(String nonce) {
		String refresh = UUID.randomUUID().toString();
		this.refreshes.put(refresh, refresh);
		Map<String, Object> claims = Map.of("name", "Анна", "roles", List.of("editor"), "editions",
				List.of("zarechye"));
		Map<String, Object> answer = new HashMap<>();
		answer.put("access_token", accessToken("anna", claims, this.life));
		answer.put("refresh_token", refresh);
		answer.put("token_type", "Bearer");
		answer.put("expires_in", this.life.toSeconds());
		if (!nonce.isEmpty()) {
			answer.put("id_token",
					sign(new JWTClaimsSet.Builder().issuer(NAME)
						.subject("anna")
						.audience("gateway")
						.claim("nonce", nonce)
						.issueTime(Date.from(Instant.now()))
						.expirationTime(Date.from(Instant.now().plusSeconds(600)))
						.build()));
		}
		return answer;
	}

	private String sign(JWTClaimsSet claims) {
		try {
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims);
			token.sign(new RSASSASigner(this.key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
