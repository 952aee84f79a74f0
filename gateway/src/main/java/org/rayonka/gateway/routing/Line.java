package org.rayonka.gateway.routing;

import java.util.List;
import java.util.function.Predicate;

import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One line of the routing table.
 *
 * @param name of the route
 * @param service that answers
 * @param pace how long it may take
 * @param patterns of paths, one of which must match
 * @param condition what else must hold of the request
 */
record Line(String name, Service service, Pace pace, List<PathPattern> patterns,
		Predicate<ServerWebExchange> condition) {

	static Line line(String name, Service service, Pace pace, String... patterns) {
		return new Line(name, service, pace,
				List.of(patterns).stream().map(PathPatternParser.defaultInstance::parse).toList(), (exchange) -> true);
	}

	Line on(HttpMethod method) {
		return when((exchange) -> exchange.getRequest().getMethod().equals(method));
	}

	Line when(Predicate<ServerWebExchange> further) {
		return new Line(this.name, this.service, this.pace, this.patterns, this.condition.and(further));
	}

	boolean matches(ServerWebExchange exchange) {
		PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
		for (PathPattern pattern : this.patterns) {
			if (pattern.matches(path)) {
				return this.condition.test(exchange);
			}
		}
		return false;
	}

	Route route(Services services, int order) {
		return Route.async()
			.id(this.name)
			.order(order)
			.uri(this.service.in(services))
			.predicate(this::matches)
			.metadata(Service.METADATA, this.service)
			.metadata(Pace.METADATA, this.pace)
			.metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, this.pace.limitMillis())
			.build();
	}

}
