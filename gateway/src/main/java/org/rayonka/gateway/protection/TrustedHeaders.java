package org.rayonka.gateway.protection;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.rayonka.gateway.Site;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Drops what only the gateway may say from a request on its way to a service, and says
 * it. The gateway's own cookies stay with the gateway.
 */
@Component
class TrustedHeaders implements HttpHeadersFilter, Ordered {

	private static final Set<String> OWN_COOKIES = Set.of("RAYONKA_SESSION", "visitor", "active");

	private final Site site;

	private final ClientAddress clients;

	TrustedHeaders(Site site, ClientAddress clients) {
		this.site = site;
		this.clients = clients;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public HttpHeaders filter(HttpHeaders incoming, ServerWebExchange exchange) {
		HttpHeaders headers = new HttpHeaders();
		incoming.forEach((name, values) -> {
			if (!isOurs(name)) {
				headers.addAll(name, values);
			}
		});
		keepForeignCookies(headers, exchange.getRequest());
		headers.set("X-Forwarded-For", this.clients.of(exchange));
		headers.set("X-Forwarded-Proto", this.site.publicUrl().getScheme());
		headers.set("X-Forwarded-Host", this.site.publicUrl().getAuthority());
		headers.set("X-Forwarded-Port", Integer.toString(this.site.port()));
		Relayed.writeTo(headers, exchange);
		return headers;
	}

	private static boolean isOurs(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return lower.startsWith("rayonka-") || lower.startsWith("x-forwarded-") || lower.equals("forwarded")
				|| lower.equals("x-real-ip") || lower.equals("cookie");
	}

	private static void keepForeignCookies(HttpHeaders headers, ServerHttpRequest request) {
		String cookies = request.getCookies()
			.values()
			.stream()
			.flatMap((values) -> values.stream())
			.filter((cookie) -> !OWN_COOKIES.contains(cookie.getName()))
			.map(TrustedHeaders::pairOf)
			.collect(Collectors.joining("; "));
		if (!cookies.isEmpty()) {
			headers.set(HttpHeaders.COOKIE, cookies);
		}
	}

	private static String pairOf(HttpCookie cookie) {
		return cookie.getName() + "=" + cookie.getValue();
	}

}
