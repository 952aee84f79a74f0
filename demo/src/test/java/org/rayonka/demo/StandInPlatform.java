package org.rayonka.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All services of the platform behind one port, as far as the demo content needs them:
 * events are under way for a while, and now and then nothing can be kept.
 */
final class StandInPlatform implements AutoCloseable {

	private static final JsonMapper JSON = new JsonMapper();

	private static final int PAGE = 20;

	final Map<String, JsonNode> editions = new ConcurrentHashMap<>();

	final Map<String, JsonNode> drafts = new ConcurrentHashMap<>();

	final Map<String, Instant> published = new ConcurrentHashMap<>();

	final Map<String, JsonNode> authors = new ConcurrentHashMap<>();

	final Map<String, JsonNode> pinned = new ConcurrentHashMap<>();

	final Map<String, Integer> media = new ConcurrentHashMap<>();

	final Set<String> likes = ConcurrentHashMap.newKeySet();

	final Map<String, JsonNode> comments = new TreeMap<>();

	/** After so many published articles the newsroom refuses. */
	volatile int refusesAfter = Integer.MAX_VALUE;

	/** Articles whose event has arrived meanwhile. */
	private final Set<String> heardOf = ConcurrentHashMap.newKeySet();

	private final AtomicInteger hiccups = new AtomicInteger();

	private final HttpServer server;

	StandInPlatform() throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		server.createContext("/", this::handle);
		server.start();
	}

	/**
	 * What a service answers.
	 */
	record Answer(int status, Object body) {
	}

	DemoTargets targets(String kafka) {
		URI base = URI.create("http://localhost:" + server.getAddress().getPort());
		return new DemoTargets(base, base, base, base, kafka);
	}

	private void handle(HttpExchange exchange) throws IOException {
		byte[] body = exchange.getRequestBody().readAllBytes();
		Answer answer = answer(exchange, body);
		byte[] bytes = JSON.writeValueAsBytes(answer.body());
		exchange.getResponseHeaders().add("ETag", "\"1\"");
		exchange.sendResponseHeaders(answer.status(), bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	private Answer answer(HttpExchange exchange, byte[] body) {
		String path = exchange.getRequestURI().getPath();
		String request = exchange.getRequestMethod() + " " + path.replaceAll("[0-9a-f-]{36}", "ID");
		boolean signed = "Bearer t".equals(exchange.getRequestHeaders().getFirst("Authorization"));
		if ((path.contains("newsroom") || path.contains("moderation")) && !signed) {
			return new Answer(401, Map.of());
		}
		if (hiccups.incrementAndGet() % 97 == 0) {
			return new Answer(503, Map.of());
		}
		return switch (request) {
			case "POST /oauth2/token" -> token(exchange, new String(body, StandardCharsets.UTF_8));
			case "GET /api/v1/editions" -> new Answer(200,
					Map.of("items", editions.keySet().stream().map((slug) -> Map.of("slug", slug)).toList()));
			case "GET /api/v1/authors" -> authors(exchange.getRequestURI().getQuery());
			case "POST /api/v1/newsroom/media" -> upload(body);
			case "POST /api/v1/newsroom/articles" -> write(JSON.readTree(body));
			case "POST /api/v1/newsroom/articles/ID/publish" -> publish(exchange, path.split("/", -1)[5], body);
			case "GET /api/v1/articles" -> list(exchange.getRequestURI().getQuery());
			case "PUT /api/v1/articles/ID/like" -> like(exchange, path.split("/", -1)[4]);
			case "POST /api/v1/moderation/imports" -> discuss(JSON.readTree(body));
			default -> edition(request, body);
		};
	}

	private static Answer token(HttpExchange exchange, String form) {
		boolean known = "Basic ZGVtby1uZXdzcm9vbTpkZW1vLW5ld3Nyb29tLXNlY3JldA=="
			.equals(exchange.getRequestHeaders().getFirst("Authorization"));
		boolean asked = form.equals("grant_type=client_credentials&scope=newsroom+moderation");
		return (known && asked) ? new Answer(200, Map.of("access_token", "t", "token_type", "Bearer"))
				: new Answer(401, Map.of());
	}

	private Answer authors(String query) {
		String edition = query.substring(query.indexOf('=') + 1);
		return new Answer(200,
				Map.of("items",
						authors.entrySet()
							.stream()
							.filter((author) -> author.getValue().get("edition").asString().equals(edition))
							.map((author) -> Map.of("slug", author.getKey()))
							.toList()));
	}

	private Answer edition(String request, byte[] body) {
		String[] path = request.substring(request.indexOf(' ') + 1).split("/", -1);
		if (request.matches("PUT /api/v1/newsroom/editions/[a-z]+")) {
			editions.put(path[5], JSON.readTree(body));
		}
		else if (request.matches("PUT /api/v1/newsroom/authors/[a-z-]+")) {
			authors.put(path[5], JSON.readTree(body));
		}
		else if (request.matches("PUT /api/v1/newsroom/editions/[a-z]+/main")) {
			pinned.put(path[5], JSON.readTree(body).get("articles"));
		}
		else if (request.matches("GET /api/v1/editions/[a-z]+/main")) {
			JsonNode main = pinned.get(path[4]);
			List<Map<String, Object>> items = (main == null) ? List.of()
					: main.valueStream().map((id) -> item(id.asString())).toList();
			return new Answer(200, Map.of("items", items));
		}
		else {
			return new Answer(404, Map.of("unexpected", request));
		}
		return new Answer(201, Map.of());
	}

	private Answer upload(byte[] body) {
		String path = "/media/" + Integer.toHexString(Arrays.hashCode(body));
		media.merge(path, 1, Integer::sum);
		return new Answer(201, Map.of("path", path, "width", 1200, "height", 800, "type", "image/jpeg"));
	}

	private Answer write(JsonNode article) {
		if (published.size() >= refusesAfter) {
			return new Answer(422, Map.of("title", "Refused"));
		}
		if (!article.get("authors").valueStream().allMatch((slug) -> authors.containsKey(slug.asString()))) {
			return new Answer(400, Map.of("title", "No such author"));
		}
		String id = UUID.randomUUID().toString();
		drafts.put(id, article);
		return new Answer(201, Map.of("id", id));
	}

	private Answer publish(HttpExchange exchange, String id, byte[] body) {
		if (!"\"1\"".equals(exchange.getRequestHeaders().getFirst("If-Match"))) {
			return new Answer(428, Map.of());
		}
		published.put(id, Instant.parse(JSON.readTree(body).get("publishedAt").asString()));
		return new Answer(200, Map.of("id", id));
	}

	private Answer list(String query) {
		Map<String, String> asked = new HashMap<>();
		for (String part : query.split("&", -1)) {
			asked.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
		}
		List<String> ids = published.keySet()
			.stream()
			.filter((id) -> text(id, "edition").equals(asked.get("edition")))
			.sorted()
			.toList();
		int from = Integer.parseInt(asked.getOrDefault("cursor", "0"));
		int to = Math.min(ids.size(), from + PAGE);
		Map<String, Object> page = new HashMap<>();
		page.put("items", ids.subList(from, to).stream().map(this::item).toList());
		page.put("next", (to < ids.size()) ? Integer.toString(to) : null);
		return new Answer(200, page);
	}

	private String text(String id, String field) {
		return Objects.requireNonNull(drafts.get(id)).get(field).asString();
	}

	private Map<String, Object> item(String id) {
		return Map.of("id", id, "headline", text(id, "headline"), "publishedAt", String.valueOf(published.get(id)),
				"url", "…");
	}

	private Answer like(HttpExchange exchange, String id) {
		String visitor = exchange.getRequestHeaders().getFirst("Rayonka-Visitor");
		if (visitor == null || exchange.getRequestHeaders().containsKey("Authorization")) {
			return new Answer(400, Map.of());
		}
		if (!published.containsKey(id) || (id.startsWith("0") && heardOf.add(id))) {
			return new Answer(404, Map.of());
		}
		likes.add(id + visitor);
		return new Answer(200, Map.of("likes", 1, "liked", true));
	}

	private synchronized Answer discuss(JsonNode imported) {
		List<String> parents = new ArrayList<>();
		for (JsonNode comment : imported.get("items")) {
			if (comment.has("parentSourceId")) {
				parents.add(comment.get("parentSourceId").asString());
			}
			comments.put(comment.get("sourceId").asString(), comment);
		}
		return comments.keySet().containsAll(parents)
				? new Answer(200, Map.of("created", 1, "unchanged", 0, "skipped", List.of()))
				: new Answer(422, Map.of("title", "No such parent"));
	}

	@Override
	public void close() {
		server.stop(0);
	}

}
