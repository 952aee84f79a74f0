package org.rayonka.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the platform as an outside program does: by HTTP through the gateway.
 */
final class Api {

	private static final Duration DEADLINE = Duration.ofSeconds(20);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final Function<String, URI> site;

	private final Map<String, String> headers;

	private Api(Function<String, URI> site, Map<String, String> headers) {
		this.site = site;
		this.headers = headers;
	}

	static Api anonymous(RunningPlatform platform) {
		return at(platform::uri);
	}

	/** Anonymous, somewhere else than at the platform's own gateway. */
	static Api at(Function<String, URI> site) {
		return new Api(site, Map.of());
	}

	/** Signs in as the demo client of the given id. */
	static Api client(RunningPlatform platform, String id) {
		JsonNode client = platform.status()
			.at("/demo/clients")
			.valueStream()
			.filter((candidate) -> candidate.get("id").asString().equals(id))
			.findFirst()
			.orElseThrow();
		String basic = Base64.getEncoder()
			.encodeToString((id + ":" + client.get("secret").asString()).getBytes(StandardCharsets.UTF_8));
		String scopes = String.join("+", client.get("scopes").valueStream().map(JsonNode::asString).toList());
		Reply reply = anonymous(platform).with("Authorization", "Basic " + basic)
			.send("POST", "/oauth2/token", "application/x-www-form-urlencoded",
					"grant_type=client_credentials&scope=" + scopes);
		return anonymous(platform).with("Authorization", "Bearer " + reply.json().get("access_token").asString());
	}

	/** What a page outside the gateway says, such as a process' metrics. */
	static String text(String address) {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client
				.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
				.body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	Api with(String name, String value) {
		Map<String, String> more = new java.util.LinkedHashMap<>(this.headers);
		more.put(name, value);
		return new Api(this.site, more);
	}

	Reply get(String path) {
		return send("GET", path, null, null);
	}

	Reply send(String method, String path, @Nullable String contentType, @Nullable String body) {
		return send(method, this.site.apply(path), contentType,
				(body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
	}

	Reply json(String method, String path, Object body) {
		return send(method, path, "application/json",
				(body instanceof String text) ? text : JsonMapper.shared().writeValueAsString(body));
	}

	private Reply send(String method, URI uri, @Nullable String contentType, BodyPublisher body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(DEADLINE).method(method, body);
		this.headers.forEach(request::setHeader);
		if (contentType != null) {
			request.setHeader("Content-Type", contentType);
		}
		try {
			return new Reply(this.http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** An answer. */
	record Reply(HttpResponse<String> response) {

		int status() {
			return this.response.statusCode();
		}

		/** Whether somebody is away or slow, which says nothing of what was asked for. */
		boolean away() {
			return status() >= 502 && status() <= 504;
		}

		String body() {
			return this.response.body();
		}

		JsonNode json() {
			return JsonMapper.shared().readTree(this.response.body());
		}

		String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

	}

}
