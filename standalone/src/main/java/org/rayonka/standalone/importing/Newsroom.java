package org.rayonka.standalone.importing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import org.rayonka.infrastructure.InfrastructureException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platform as the importing command knows it.
 */
final class Newsroom implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Access access;

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(PATIENCE)
		.build();

	Newsroom(Access access) {
		this.access = access;
	}

	/** A bearer token; whoever cannot have one is told why. */
	String token() throws InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.access.url() + "/oauth2/token"))
			.timeout(PATIENCE)
			.header("Authorization", this.access.basic())
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("grant_type=client_credentials&scope=newsroom%20moderation"))
			.build();
		try {
			HttpResponse<InputStream> answer = this.http.send(request, BodyHandlers.ofInputStream());
			JsonNode body = json(answer);
			if (answer.statusCode() == 400 || answer.statusCode() == 401) {
				throw new InfrastructureException("The platform does not let the client " + this.access.client()
						+ " in (" + body.path("error").asString("refused")
						+ "): name another with --client and its secret in RAYONKA_SECRET");
			}
			accept(answer.statusCode(), body);
			return body.path("access_token").asString("");
		}
		catch (IOException ex) {
			throw new InfrastructureException("No platform answers at " + this.access.url()
					+ ": ./rayonka up starts one here, --url names another", ex);
		}
	}

	/**
	 * Asks without the file whether the order would be refused: a refusal in the middle
	 * of sending is lost with the connection.
	 */
	void ask(Order order, String token) throws IOException, InterruptedException {
		HttpResponse<InputStream> answer = this.http.send(
				request(order.at(this.access.url(), true), token, BodyPublishers.noBody()).timeout(PATIENCE).build(),
				BodyHandlers.ofInputStream());
		boolean aboutTheFile = answer.statusCode() == 400 || answer.statusCode() == 422;
		if (answer.statusCode() == 200 || aboutTheFile) {
			answer.body().close();
			return;
		}
		accept(answer.statusCode(), json(answer));
	}

	/** Sends the file; the lines of the answer come while the import runs. */
	InputStream send(Order order, String token) throws IOException, InterruptedException {
		HttpResponse<InputStream> answer = this.http
			.send(request(order.at(this.access.url(), order.dryRun()), token, BodyPublishers.ofFile(order.file()))
				.build(), BodyHandlers.ofInputStream());
		if (answer.statusCode() != 200) {
			accept(answer.statusCode(), json(answer));
		}
		return answer.body();
	}

	private static HttpRequest.Builder request(URI at, String token, BodyPublisher body) {
		return HttpRequest.newBuilder(at)
			.header("Authorization", "Bearer " + token)
			.header("Content-Type", "application/octet-stream")
			.header("Accept", "application/x-ndjson, application/problem+json")
			.POST(body);
	}

	private static void accept(int status, JsonNode problem) {
		if (status != 200) {
			String title = problem.path("title").asString("The platform answered " + status);
			String detail = problem.path("detail").asString("");
			throw new InfrastructureException(
					(detail.isEmpty() ? title : title + ": " + detail).replaceAll("\\s+", " "));
		}
	}

	private static JsonNode json(HttpResponse<InputStream> answer) throws IOException {
		try (InputStream body = answer.body()) {
			return JsonMapper.shared().readTree(body.readNBytes(64 * 1024));
		}
		catch (JacksonException ex) {
			return JsonMapper.shared().createObjectNode();
		}
	}

	/** Does not wait for what may still be sent. */
	@Override
	public void close() {
		this.http.shutdownNow();
	}

}
