package org.rayonka.gateway.protection;

import java.util.HashMap;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * The headers that the gateway itself gives a request on its way to a service. They are
 * kept apart from the request's own, which come from outside.
 */
public final class Relayed {

	private static final String ATTRIBUTE = Relayed.class.getName();

	private Relayed() {
	}

	/**
	 * Gives the request a header.
	 * @param exchange the request
	 * @param name of the header
	 * @param value of the header, in place of any that came from outside
	 */
	public static void put(ServerWebExchange exchange, String name, String value) {
		of(exchange).put(name, value);
	}

	static void writeTo(HttpHeaders headers, ServerWebExchange exchange) {
		of(exchange).forEach(headers::set);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, String> of(ServerWebExchange exchange) {
		return (Map<String, String>) exchange.getAttributes().computeIfAbsent(ATTRIBUTE, (key) -> new HashMap<>(4));
	}

}
