package org.rayonka.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.util.concurrent.GlobalEventExecutor;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service behind the gateway that tells what it was asked. It can be slow, and it can
 * be away.
 */
public final class StandIn {

	private final String name;

	private final AtomicInteger requests = new AtomicInteger();

	private volatile Duration delay = Duration.ZERO;

	private volatile boolean undescribed;

	private volatile String shared = "";

	private volatile String tags = "";

	private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

	private final DisposableServer server;

	private final AtomicInteger endless = new AtomicInteger();

	private volatile boolean gone;

	private volatile ToIntFunction<String> judge = (article) -> 202;

	private final List<List<JsonNode>> brought = new CopyOnWriteArrayList<>();

	StandIn(String name) {
		this.name = name;
		this.server = HttpServer.create()
			.host("localhost")
			.port(0)
			.channelGroup(this.connections)
			.doOnConnection(this::refuse)
			.route(this::routes)
			.bindNow();
	}

	URI uri() {
		return URI.create("http://localhost:" + this.server.port());
	}

	/**
	 * Lets the answers wait.
	 * @param time before each answer
	 */
	public void answerAfter(Duration time) {
		this.delay = time;
	}

	/**
	 * Takes the OpenAPI document away, or gives it back.
	 * @param hidden whether it is away
	 */
	public void hideDescription(boolean hidden) {
		this.undescribed = hidden;
	}

	/**
	 * Lets its answers be kept.
	 * @param directives of {@code CDN-Cache-Control}, empty for none
	 */
	public void share(String directives) {
		this.shared = directives;
	}

	/**
	 * Says what its answers show.
	 * @param shown tags, empty for none
	 */
	public void tag(String shown) {
		this.tags = shown;
	}

	/**
	 * How often it was asked so far.
	 * @return requests of any kind
	 */
	public int requests() {
		return this.requests.get();
	}

	/**
	 * Says what comes of views that are brought together.
	 * @param status of a view, by its article
	 */
	public void judgeViews(ToIntFunction<String> status) {
		this.judge = status;
	}

	/**
	 * The views that were brought together.
	 * @return a list for each time, in their order; each view as it was told
	 */
	public List<List<JsonNode>> broughtViews() {
		return List.copyOf(this.brought);
	}

	/**
	 * Ends all connections, as a killed process does, and each new one. The port is kept,
	 * so that nobody else gets it.
	 */
	public void leave() {
		this.gone = true;
		this.connections.close().syncUninterruptibly();
	}

	/** Serves again. */
	public void comeBack() {
		this.gone = false;
	}

	/**
	 * How many of its endless answers are wanted still.
	 * @return at least 0
	 */
	public int endlessAnswers() {
		return this.endless.get();
	}

	private void refuse(Connection connection) {
		if (this.gone) {
			connection.dispose();
		}
	}

	private void routes(HttpServerRoutes routes) {
		routes.get("/openapi.json", this::description)
			.get("/api/v1/counts/stream", this::stream)
			.get("/api/v1/articles/long", this::longText)
			.get("/media/endless.mp4", this::endless)
			.post("/api/v1/views", this::views)
			.get("/counted/",
					(_, response) -> response.header("Rayonka-Counted-By", "metrika")
						.header(HttpHeaderNames.CONTENT_TYPE, "text/html")
						.sendString(Mono.just("<!doctype html>")))
			.route((request) -> true, this::echo);
	}

	private Publisher<Void> echo(HttpServerRequest request, HttpServerResponse response) {
		this.requests.incrementAndGet();
		Map<String, String> seen = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		request.requestHeaders()
			.forEach((header) -> seen.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
		String json = JsonMapper.shared()
			.writeValueAsString(Map.of("service", this.name, "method", request.method().name(), "uri", request.uri(),
					"headers", seen));
		if (!this.shared.isEmpty()) {
			response.header("CDN-Cache-Control", this.shared).header("Set-Cookie", "own=1");
		}
		if (!this.tags.isEmpty()) {
			response.header("Cache-Tag", this.tags).header("Vary", "Accept-Language, Cookie");
		}
		Mono<Void> answer = response.header("Server", "stand-in")
			.header("ETag", "\"1\"")
			.header(HttpHeaderNames.CONTENT_TYPE,
					this.name.equals("web") ? "text/html;charset=utf-8" : "application/json")
			.sendString(Mono.just(json))
			.then();
		return request.receive().then().then(Mono.delay(this.delay)).then(answer);
	}

	private Publisher<Void> views(HttpServerRequest request, HttpServerResponse response) {
		return request.receive().aggregate().asByteArray().delayElement(this.delay).flatMap((body) -> {
			List<JsonNode> views = JsonMapper.shared().readTree(body).valueStream().toList();
			this.brought.add(views);
			List<Integer> statuses = views.stream()
				.map((view) -> this.judge.applyAsInt(view.path("article").asString()))
				.toList();
			return response.header(HttpHeaderNames.CONTENT_TYPE, "application/json")
				.sendString(Mono.just(JsonMapper.shared().writeValueAsString(statuses)))
				.then();
		});
	}

	private Publisher<Void> longText(HttpServerRequest request, HttpServerResponse response) {
		return response.header(HttpHeaderNames.CONTENT_TYPE, "application/json")
			.sendString(Mono.just("\"" + "а".repeat(5_000) + "\""));
	}

	private Publisher<Void> endless(HttpServerRequest request, HttpServerResponse response) {
		Flux<byte[]> pieces = Flux.generate((sink) -> sink.next(new byte[16 * 1024]));
		return response.header(HttpHeaderNames.CONTENT_TYPE, "video/mp4")
			.sendByteArray(pieces.doOnSubscribe((subscription) -> this.endless.incrementAndGet())
				.doFinally((end) -> this.endless.decrementAndGet()));
	}

	private Publisher<Void> stream(HttpServerRequest request, HttpServerResponse response) {
		return response.sse()
			.sendString(Flux.concat(Mono.just("data: first\n\n"), Flux.never()),
					java.nio.charset.StandardCharsets.UTF_8);
	}

	private Publisher<Void> description(HttpServerRequest request, HttpServerResponse response) {
		if (this.undescribed) {
			return response.sendNotFound();
		}
		String schema = """
				{"openapi":"3.1.0","info":{"title":"%1$s","version":"1"},"tags":[{"name":"%1$s"}],
				 "paths":{"/api/v1/%1$ss":{"get":{"operationId":"list","responses":{"200":{"description":"ok",
				  "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Page"}}}}}}},
				  "/actuator/x":{"get":{}}},
				 "components":{"schemas":{"Page":{"type":"object","title":"%1$s"},"Same":{"type":"string"}}}}
				""".formatted(this.name);
		return response.header(HttpHeaderNames.CONTENT_TYPE, "application/json").sendString(Mono.just(schema));
	}

}
