package org.rayonka.gateway.beacon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.gateway.protection.ClientAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A view as engagement-service is told of it.
 *
 * @param article what is read
 * @param headers by which it is judged and its sender told from others
 */
record Beacon(UUID article, Map<String, String> headers) {

	private static final PathPattern PATH = PathPatternParser.defaultInstance.parse("/api/v1/articles/{article}/views");

	private static final List<String> TELLING = List.of(HttpHeaders.USER_AGENT, "Sec-Purpose", "Purpose", "X-Purpose",
			"X-Moz");

	/** Of longer values the rest tells nothing. */
	private static final int LONGEST = 512;

	/**
	 * What a request says of a view.
	 * @param exchange any
	 * @param clients finds the address of whoever sent it
	 * @return empty when it is no beacon, or names no article
	 */
	static Optional<Beacon> of(ServerWebExchange exchange, ClientAddress clients) {
		ServerHttpRequest request = exchange.getRequest();
		if (!request.getMethod().equals(HttpMethod.POST)) {
			return Optional.empty();
		}
		PathPattern.@Nullable PathMatchInfo match = PATH.matchAndExtract(request.getPath().pathWithinApplication());
		return (match == null) ? Optional.empty() : article(match)
			.map((article) -> new Beacon(article, telling(request.getHeaders(), clients.of(exchange))));
	}

	private static Optional<UUID> article(PathPattern.PathMatchInfo match) {
		try {
			return Optional.of(UUID.fromString(match.getUriVariables().getOrDefault("article", "")));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static Map<String, String> telling(HttpHeaders headers, String address) {
		Map<String, String> telling = new HashMap<>();
		telling.put("X-Forwarded-For", address);
		for (String name : TELLING) {
			@Nullable String value = headers.getFirst(name);
			if (value != null) {
				telling.put(name, (value.length() > LONGEST) ? value.substring(0, LONGEST) : value);
			}
		}
		return telling;
	}

}
