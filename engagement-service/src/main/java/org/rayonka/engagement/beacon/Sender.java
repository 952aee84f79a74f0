package org.rayonka.engagement.beacon;

import java.net.InetSocketAddress;
import java.util.Locale;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * What a beacon tells of who sent it. The address is forgotten when it is answered.
 *
 * @param address of the client, as the gateway saw it
 * @param userAgent in lower case, empty when there was none
 * @param ahead whether the page was fetched before anybody asked for it
 */
record Sender(String address, String userAgent, boolean ahead) {

	/** Longer ones are cut: only programs send them. */
	private static final int LONGEST = 300;

	static Sender of(ServerHttpRequest request) {
		HttpHeaders headers = request.getHeaders();
		return new Sender(address(request), lower(headers, HttpHeaders.USER_AGENT), ahead(headers));
	}

	private static boolean ahead(HttpHeaders headers) {
		return lower(headers, "Sec-Purpose").contains("prefetch") || lower(headers, "Purpose").contains("prefetch")
				|| lower(headers, "X-Purpose").contains("preview") || lower(headers, "X-Moz").contains("prefetch");
	}

	private static String address(ServerHttpRequest request) {
		String forwarded = lower(request.getHeaders(), "X-Forwarded-For");
		if (!forwarded.isEmpty()) {
			return forwarded.split(",", 2)[0].strip();
		}
		InetSocketAddress remote = request.getRemoteAddress();
		return (remote != null && remote.getAddress() != null) ? remote.getAddress().getHostAddress() : "";
	}

	private static String lower(HttpHeaders headers, String name) {
		String value = headers.getFirst(name);
		if (value == null) {
			return "";
		}
		return ((value.length() > LONGEST) ? value.substring(0, LONGEST) : value).toLowerCase(Locale.ROOT);
	}

}
