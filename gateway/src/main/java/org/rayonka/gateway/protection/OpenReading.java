package org.rayonka.gateway.protection;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.rayonka.gateway.EdgeStep;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Lets pages of any site read the public API and the feeds, without credentials. Nothing
 * else is open to them.
 */
@Component
@Order(40)
class OpenReading implements EdgeStep {

	private static final List<String> OPEN = List.of("/api/v1/", "/feeds/");

	private static final List<String> CLOSED = List.of("/api/v1/newsroom", "/api/v1/moderation", "/api/v1/me");

	@Override
	public boolean pass(ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		if (!request.getHeaders().containsHeader(HttpHeaders.ORIGIN)) {
			return true;
		}
		@Nullable String wanted = request.getHeaders().getFirst(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
		boolean preflight = request.getMethod().equals(HttpMethod.OPTIONS) && wanted != null;
		if (preflight) {
			exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
		}
		if (isOpen(request) && isReading((wanted != null) ? wanted : request.getMethod().name())) {
			allow(exchange.getResponse().getHeaders(), preflight);
		}
		return !preflight;
	}

	private static void allow(HttpHeaders headers, boolean preflight) {
		headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
		if (preflight) {
			headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD");
			headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Accept, If-None-Match, Last-Event-ID");
			headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400");
		}
		else {
			headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS,
					"ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After");
		}
	}

	private static boolean isOpen(ServerHttpRequest request) {
		String path = request.getPath().value();
		return OPEN.stream().anyMatch(path::startsWith) && CLOSED.stream().noneMatch(path::startsWith);
	}

	private static boolean isReading(String method) {
		return method.equals("GET") || method.equals("HEAD");
	}

}
