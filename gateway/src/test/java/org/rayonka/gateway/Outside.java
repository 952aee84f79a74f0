package org.rayonka.gateway;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody outside, at an address of their own.
 */
public final class Outside {

	private Outside() {
	}

	/**
	 * A client at a fresh address.
	 * @param port of the gateway
	 * @return a client that follows no redirects
	 */
	public static WebTestClient at(int port) {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		String address = "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
		return WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + port)
			.responseTimeout(Duration.ofSeconds(15))
			.defaultHeader("X-Forwarded-For", address)
			.build();
	}

	/**
	 * What a stand-in was asked.
	 * @param spec of an exchange that reached a stand-in
	 * @return the stand-in's words
	 */
	public static JsonNode seen(WebTestClient.ResponseSpec spec) {
		byte[] body = spec.expectStatus().isOk().expectBody().returnResult().getResponseBody();
		return JsonMapper.shared().readTree((body != null) ? body : new byte[0]);
	}

	/**
	 * A cookie of an answer.
	 * @param cookies of the answer
	 * @param name of the cookie
	 * @return its value, or an empty text
	 */
	public static String cookie(MultiValueMap<String, ResponseCookie> cookies, String name) {
		ResponseCookie cookie = cookies.getFirst(name);
		return (cookie != null) ? cookie.getValue() : "";
	}

}
