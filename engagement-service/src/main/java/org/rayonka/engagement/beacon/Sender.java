package org.rayonka.engagement.beacon;

import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
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
		InetSocketAddress remote = request.getRemoteAddress();
		Sender sender = of(request.getHeaders()::getFirst);
		return (sender.address().isEmpty() && remote != null && remote.getAddress() != null)
				? new Sender(remote.getAddress().getHostAddress(), sender.userAgent(), sender.ahead()) : sender;
	}

	/**
	 * Who is told of by header fields.
	 * @param headers the first value of a field, or null
	 * @return the sender, whose address may be empty
	 */
	static Sender of(UnaryOperator<@Nullable String> headers) {
		return new Sender(lower(headers, "X-Forwarded-For").split(",", 2)[0].strip(),
				lower(headers, HttpHeaders.USER_AGENT), ahead(headers));
	}

	private static boolean ahead(UnaryOperator<@Nullable String> headers) {
		return lower(headers, "Sec-Purpose").contains("prefetch") || lower(headers, "Purpose").contains("prefetch")
				|| lower(headers, "X-Purpose").contains("preview") || lower(headers, "X-Moz").contains("prefetch");
	}

	private static String lower(UnaryOperator<@Nullable String> headers, String name) {
		String value = headers.apply(name);
		if (value == null) {
			return "";
		}
		return ((value.length() > LONGEST) ? value.substring(0, LONGEST) : value).toLowerCase(Locale.ROOT);
	}

}
