package org.rayonka.gateway.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.rayonka.gateway.Site;
import org.rayonka.gateway.routing.Services;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of the whole API: the gateway's own part and what the services say of
 * theirs. A service that is away is described as it was last seen, or not at all, and the
 * document says so.
 */
@Component
class Descriptions {

	private static final Logger log = LoggerFactory.getLogger(Descriptions.class);

	private static final Duration WHOLE = Duration.ofSeconds(60);

	private static final Duration PARTIAL = Duration.ofSeconds(5);

	private static final Duration LIMIT = Duration.ofSeconds(4);

	private static final int MAX_BYTES = 2_000_000;

	private final Map<String, ObjectNode> lastSeen = new ConcurrentHashMap<>();

	private final Map<String, URI> services = new LinkedHashMap<>();

	private final HttpClient client;

	private final JsonMapper json;

	private final Site site;

	private final Mono<Merged> cached;

	Descriptions(Services services, HttpClient ordinaryClient, JsonMapper json, Site site) {
		this.services.put("article", services.article());
		this.services.put("engagement", services.engagement());
		this.services.put("comment", services.comment());
		this.client = ordinaryClient;
		this.json = json;
		this.site = site;
		this.cached = Mono.defer(this::merged)
			.cache((merged) -> merged.whole() ? WHOLE : PARTIAL, (failure) -> Duration.ZERO, () -> Duration.ZERO);
	}

	/**
	 * The document as it stands.
	 *
	 * @param json the text
	 * @param tag its entity tag
	 * @param whole whether no service was away
	 */
	record Merged(String json, String tag, boolean whole) {

		static Merged of(String json, boolean whole) {
			byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
			return new Merged(json, "\"" + DigestUtils.md5DigestAsHex(bytes) + "\"", whole);
		}

	}

	private record Described(String service, Optional<ObjectNode> now) {
	}

	/** The document, at most a minute old. */
	Mono<Merged> document() {
		return this.cached;
	}

	private Mono<Merged> merged() {
		return Flux.fromIterable(this.services.entrySet())
			.flatMapSequential((service) -> describe(service.getKey(), service.getValue()), this.services.size())
			.collectList()
			.map(this::merge);
	}

	private Mono<Described> describe(String service, URI base) {
		return this.client.get()
			.uri(base.resolve("/openapi.json"))
			.responseSingle((response, body) -> (response.status().code() == 200) ? body.asByteArray() : Mono.empty())
			.timeout(LIMIT)
			.filter((body) -> body.length <= MAX_BYTES)
			.map((body) -> (ObjectNode) this.json.readTree(body))
			.doOnNext((description) -> this.lastSeen.put(service, description))
			.map(Optional::of)
			.onErrorResume((failure) -> absent(service, failure))
			.defaultIfEmpty(Optional.empty())
			.map((description) -> new Described(service, description));
	}

	private Mono<Optional<ObjectNode>> absent(String service, Throwable failure) {
		log.atWarn().addKeyValue("service", service).addKeyValue("cause", failure.toString()).log("not described now");
		return Mono.just(Optional.empty());
	}

	private Merged merge(List<Described> described) {
		MergedDocument merged = new MergedDocument(own());
		List<String> missing = new ArrayList<>();
		List<String> stale = new ArrayList<>();
		for (Described part : described) {
			String service = part.service();
			ObjectNode old = this.lastSeen.get(service);
			part.now().or(() -> Optional.ofNullable(old)).ifPresentOrElse((it) -> merged.add(service, it), () -> {
				missing.add(service);
			});
			if (part.now().isEmpty() && old != null) {
				stale.add(service);
			}
		}
		merged.mark("x-rayonka-missing", missing);
		merged.mark("x-rayonka-stale", stale);
		return Merged.of(this.json.writeValueAsString(merged.document()), missing.isEmpty() && stale.isEmpty());
	}

	private ObjectNode own() {
		try (InputStream file = new ClassPathResource("openapi-gateway.json").getInputStream()) {
			ObjectNode own = (ObjectNode) this.json.readTree(file);
			own.putArray("servers").addObject().put("url", this.site.origin());
			return own;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
