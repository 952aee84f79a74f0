package org.rayonka.engagement.counts;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Opens streams of numbers in front of all filters, which would each hold something for
 * as long as a stream is open. What is not plainly a good request goes the ordinary way
 * to {@link CountsController} and is refused there.
 */
@Component
class OpenStreams implements HttpHandlerDecoratorFactory {

	private static final String PATH = "/api/v1/counts/stream";

	private static final Pattern IDS = Pattern.compile("ids=([0-9a-f-]{36}(?:,[0-9a-f-]{36}){0,99})");

	private final CountsStream stream;

	OpenStreams(CountsStream stream) {
		this.stream = stream;
	}

	@Override
	public HttpHandler apply(HttpHandler rest) {
		return (request, response) -> {
			Set<UUID> articles = asked(request);
			return (articles.isEmpty() || this.stream.full()) ? rest.handle(request, response)
					: open(articles, response);
		};
	}

	/** Writes until the reader leaves. */
	Mono<Void> open(Set<UUID> articles, ServerHttpResponse response) {
		response.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
		return response
			.writeAndFlushWith(this.stream.of(articles).map((news) -> Mono.just(response.bufferFactory().wrap(news))));
	}

	private static Set<UUID> asked(ServerHttpRequest request) {
		String query = request.getURI().getRawQuery();
		if (!HttpMethod.GET.equals(request.getMethod()) || !PATH.equals(request.getURI().getRawPath()) || query == null
				|| !takesEvents(request.getHeaders().getFirst("Accept"))) {
			return Set.of();
		}
		var ids = IDS.matcher(query);
		if (!ids.matches()) {
			return Set.of();
		}
		try {
			return Arrays.stream(ids.group(1).split(","))
				.map(UUID::fromString)
				.collect(Collectors.toCollection(LinkedHashSet::new));
		}
		catch (IllegalArgumentException ex) {
			return Set.of();
		}
	}

	private static boolean takesEvents(@Nullable String accept) {
		return accept == null || accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE)
				|| accept.contains(MediaType.ALL_VALUE);
	}

}
