package org.rayonka.web.story;

import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;

/**
 * The headers by which a service knows who sends a form.
 */
final class Sender {

	private static final String VISITOR = "Rayonka-Visitor";

	private static final List<String> HEADERS = List.of(HttpHeaders.AUTHORIZATION, VISITOR, "X-Forwarded-For",
			HttpHeaders.USER_AGENT);

	private Sender() {
	}

	static MultiValueMap<String, String> of(ServerWebExchange exchange) {
		MultiValueMap<String, String> sender = new LinkedMultiValueMap<>();
		for (String name : HEADERS) {
			List<String> values = exchange.getRequest().getHeaders().get(name);
			if (values != null) {
				sender.put(name, values);
			}
		}
		return sender;
	}

	/** Whether the gateway knows them by their cookie. */
	static boolean isVisitor(MultiValueMap<String, String> sender) {
		return sender.containsKey(VISITOR);
	}

}
