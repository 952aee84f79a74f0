package org.rayonka.comment;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Gives every request an end, also where the database takes connections and says nothing:
 * what is not answered by then is answered 503. What is answered in parts without end
 * sees to each part itself.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestDeadline implements WebFilter {

	private static final PathPattern IMPORT = PathPatternParser.defaultInstance.parse("/api/v1/moderation/imports");

	/**
	 * A stream has no end, and who reads his data reads it in pages that have one each.
	 */
	private static final List<PathPattern> UNENDING = Stream
		.of("/api/v1/articles/{article}/comments/stream", "/api/v1/comments/mine/export",
				"/api/v1/moderation/authors/{author}/export")
		.map(PathPatternParser.defaultInstance::parse)
		.toList();

	private final CommentProperties properties;

	RequestDeadline(CommentProperties properties) {
		this.properties = properties;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
		if (UNENDING.stream().anyMatch((pattern) -> pattern.matches(path))) {
			return chain.filter(exchange);
		}
		Duration deadline = IMPORT.matches(path) ? this.properties.importDeadline() : this.properties.deadline();
		return chain.filter(exchange).timeout(deadline);
	}

}
