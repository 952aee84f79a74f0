package org.rayonka.standalone.recount;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import org.rayonka.infrastructure.InfrastructureException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Engagement-service as the recounting command knows it.
 */
final class CountingService implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final URI endpoint;

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(PATIENCE)
		.build();

	CountingService(URI endpoint) {
		this.endpoint = endpoint;
	}

	/** Has a recount begun; whoever cannot have one is told why. */
	void begin(Mode mode) throws InterruptedException {
		String body = JsonMapper.shared().createObjectNode().put("mode", mode.text()).toString();
		try {
			HttpResponse<InputStream> answer = send(
					request().header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
			accept(answer, "refuses the recount");
		}
		catch (IOException ex) {
			throw new InfrastructureException(
					"engagement-service does not answer at %s: ./rayonka status tells how it is"
						.formatted(this.endpoint),
					ex);
		}
	}

	/** How the one stands that goes on or was the last. */
	JsonNode report() throws IOException, InterruptedException {
		HttpResponse<InputStream> answer = send(request().GET());
		if (answer.statusCode() == 404) {
			throw new InfrastructureException(
					"engagement-service has been started anew, and the recount ended with it: say it again");
		}
		return accept(answer, "tells no more of the recount");
	}

	private HttpRequest.Builder request() {
		return HttpRequest.newBuilder(this.endpoint).timeout(PATIENCE).header("Accept", "application/json");
	}

	private HttpResponse<InputStream> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.http.send(request.build(), BodyHandlers.ofInputStream());
	}

	private static JsonNode accept(HttpResponse<InputStream> answer, String refusal) throws IOException {
		JsonNode body = json(answer);
		if (answer.statusCode() != 200) {
			throw new InfrastructureException("engagement-service %s: %s".formatted(refusal,
					body.path("detail").asString("status " + answer.statusCode()).replaceAll("\\s+", " ")));
		}
		return body;
	}

	private static JsonNode json(HttpResponse<InputStream> answer) throws IOException {
		try (InputStream body = answer.body()) {
			return JsonMapper.shared().readTree(body.readAllBytes());
		}
		catch (JacksonException ex) {
			if (answer.statusCode() != 200) {
				return JsonMapper.shared().createObjectNode();
			}
			throw new IOException("the answer broke off", ex);
		}
	}

	/** Does not wait for what may still come. */
	@Override
	public void close() {
		this.http.shutdownNow();
	}

}
