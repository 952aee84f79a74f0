package org.rayonka.comment;

import java.time.Duration;

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
 * what is not answered by then is answered 503.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestDeadline implements WebFilter {

	private static final PathPattern IMPORT = PathPatternParser.defaultInstance.parse("/api/v1/moderation/imports");

	private final CommentProperties properties;

	RequestDeadline(CommentProperties properties) {
		this.properties = properties;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
		Duration deadline = IMPORT.matches(path) ? this.properties.importDeadline() : this.properties.deadline();
		return chain.filter(exchange).timeout(deadline);
	}

}
