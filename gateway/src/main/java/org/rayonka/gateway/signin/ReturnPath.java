package org.rayonka.gateway.signin;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.rayonka.gateway.Site;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;

/**
 * Brings people back to the page from which they went to sign in: the one named by
 * {@code return}, else the one that they came from. Never to another site.
 */
@Component
class ReturnPath {

	private static final String ATTRIBUTE = "return";

	private static final String HOME = "/";

	private final Site site;

	ReturnPath(Site site) {
		this.site = site;
	}

	void keep(ServerWebExchange exchange, WebSession session) {
		@Nullable String wanted = exchange.getRequest().getQueryParams().getFirst(ATTRIBUTE);
		session.getAttributes().put(ATTRIBUTE, (wanted != null) ? own(wanted) : pathBefore(exchange));
	}

	URI take(WebSession session) {
		@Nullable Object path = session.getAttributes().remove(ATTRIBUTE);
		return URI.create((path instanceof String text) ? text : HOME);
	}

	/**
	 * A second slash or a backslash would make browsers read a host; back to the sign-in
	 * page nobody wants.
	 */
	private static String own(String path) {
		boolean safe = !path.startsWith("/login") && !path.startsWith("/oauth2/") && path.startsWith("/")
				&& !path.startsWith("//") && path.indexOf('\\') < 0
				&& path.chars().allMatch((character) -> character > ' ' && character < 0x7f);
		try {
			return (safe && URI.create(path).getHost() == null) ? path : HOME;
		}
		catch (IllegalArgumentException ex) {
			return HOME;
		}
	}

	private String pathBefore(ServerWebExchange exchange) {
		HttpHeaders headers = exchange.getRequest().getHeaders();
		@Nullable String referer = headers.getFirst(HttpHeaders.REFERER);
		if (referer == null || !this.site.owns(referer, headers.getFirst(HttpHeaders.HOST))) {
			return HOME;
		}
		URI page = URI.create(referer);
		String query = (page.getRawQuery() != null) ? "?" + page.getRawQuery() : "";
		return own(page.getRawPath() + query);
	}

}
