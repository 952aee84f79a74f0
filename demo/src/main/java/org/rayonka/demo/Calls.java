package org.rayonka.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * HTTP calls as one API client. A service that is not there yet, or cannot keep anything
 * now, is asked again for a while: whatever this module sends may be sent twice.
 */
final class Calls implements AutoCloseable {

	private static final Duration CONNECT = Duration.ofSeconds(2);

	private static final Duration ANSWER = Duration.ofSeconds(10);

	private static final int UNAVAILABLE = 503;

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(CONNECT)
		.build();

	private String token = "";

	private Calls() {
	}

	/**
	 * What the token endpoint of RFC 6749 answers.
	 */
	record Token(String access_token) {
	}

	static Calls signedIn(URI identity, DemoAccess.Client client) {
		Calls calls = new Calls();
		try {
			calls.token = calls.fetchToken(identity, client);
			return calls;
		}
		catch (RuntimeException ex) {
			calls.close();
			throw ex;
		}
	}

	private String fetchToken(URI identity, DemoAccess.Client client) {
		String basic = Base64.getEncoder()
			.encodeToString((client.id() + ":" + client.secret()).getBytes(StandardCharsets.UTF_8));
		String scope = URLEncoder.encode(String.join(" ", client.scopes()), StandardCharsets.UTF_8);
		HttpRequest request = to(identity, "/oauth2/token").header("Authorization", "Basic " + basic)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=" + scope))
			.build();
		return read(send(request, Set.of()), Token.class).access_token();
	}

	/** Begins a request that carries no token. */
	HttpRequest.Builder to(URI base, String path) {
		String root = base.toString();
		return HttpRequest
			.newBuilder(URI.create(root.endsWith("/") ? root.substring(0, root.length() - 1) + path : root + path))
			.timeout(ANSWER);
	}

	/** Begins a request of the client. */
	HttpRequest.Builder signed(URI base, String path) {
		return to(base, path).header("Authorization", "Bearer " + token);
	}

	static HttpRequest.BodyPublisher json(Object body) {
		return HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
	}

	static <T> T read(HttpResponse<byte[]> response, Class<T> type) {
		return JSON.readValue(response.body(), type);
	}

	/**
	 * Sends until there is an answer that settles it.
	 * @param request safe to send again
	 * @param notYet statuses that will pass, such as 404 while events are under way
	 * @return an answer below 400
	 * @throws DemoFailedException when the answer is an error or patience has ended
	 */
	HttpResponse<byte[]> send(HttpRequest request, Set<Integer> notYet) {
		HttpResponse<byte[]> response = settled(request, notYet);
		if (response.statusCode() >= 400) {
			throw new DemoFailedException("%s answered %d: %s".formatted(Patience.name(request), response.statusCode(),
					new String(response.body(), StandardCharsets.UTF_8)));
		}
		return response;
	}

	/**
	 * Sends until there is an answer that settles it, whatever it says.
	 */
	HttpResponse<byte[]> settled(HttpRequest request, Set<Integer> notYet) {
		Patience patience = new Patience(request);
		while (true) {
			try {
				HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
				int status = response.statusCode();
				if ((status != UNAVAILABLE && !notYet.contains(status)) || patience.ended()) {
					return response;
				}
			}
			catch (IOException ex) {
				patience.endsWith(ex);
			}
			catch (InterruptedException ex) {
				throw patience.interrupted(ex);
			}
			patience.pause();
		}
	}

	@Override
	public void close() {
		http.close();
	}

}
