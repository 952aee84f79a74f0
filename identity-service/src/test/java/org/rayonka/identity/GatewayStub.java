package org.rayonka.identity;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks to the service as the gateway does: authorization code with PKCE.
 */
final class GatewayStub {

	static final String SECRET = "the-gateway-of-the-tests";

	private static final String REDIRECT = "https://papers.example/login/oauth2/code/rayonka";

	private static final String VERIFIER = "v".repeat(64);

	private GatewayStub() {
	}

	static String authorizeUri() throws Exception {
		byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
		Map<String, String> parameters = new TreeMap<>(Map.of("response_type", "code", "client_id", "gateway", "scope",
				"openid profile", "state", "s 1", "nonce", "n1", "redirect_uri", REDIRECT, "code_challenge_method",
				"S256", "code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(hash)));
		return "/oauth2/authorize?" + Visitor.encoded(parameters);
	}

	/**
	 * Goes the whole way that a browser goes: to the gateway's redirect URI with a code.
	 */
	static String codeFor(Visitor person, String email, String password) throws Exception {
		HttpResponse<String> start = person.get(authorizeUri());
		if (!Visitor.location(start).equals("/login")) {
			throw new AssertionError("Not sent to the sign-in page: " + Visitor.location(start));
		}
		HttpResponse<String> back = person.get(Visitor.location(person.signIn(email, password)));
		URI redirect = URI.create(Visitor.location(back));
		if (!redirect.toString().startsWith(REDIRECT + "?code=")) {
			throw new AssertionError("Not sent to the gateway: " + redirect);
		}
		return UriComponentsBuilder.fromUri(redirect).build().getQueryParams().getFirst("code") + "";
	}

	static JsonNode exchange(Visitor gateway, String code) throws Exception {
		return json(gateway.post("/oauth2/token", Map.of("grant_type", "authorization_code", "code", code,
				"redirect_uri", REDIRECT, "code_verifier", VERIFIER)));
	}

	static JsonNode json(HttpResponse<String> response) {
		return JsonMapper.shared().readTree(response.body());
	}

	static String basic(String client, String secret) {
		return "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
	}

}
