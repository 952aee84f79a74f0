package org.rayonka.gateway.protection;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.rayonka.gateway.EdgeStep;
import org.rayonka.gateway.Site;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Tells browsers to be careful with our answers. A header that a service has set itself
 * stands: it knows its page better.
 */
@Component
@Order(10)
class SecureHeaders implements EdgeStep {

	private static final String CSP = "Content-Security-Policy";

	private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

	private static final String PAGE_POLICY = "default-src 'none'; script-src 'self'%1$s; style-src 'self'; "
			+ "img-src 'self' data:%1$s; media-src 'self'; font-src 'self'; connect-src 'self'%1$s; manifest-src 'self'; "
			+ "worker-src 'self'; frame-src https://vkvideo.ru https://rutube.ru https://www.youtube-nocookie.com; "
			+ "base-uri 'none'; frame-ancestors 'self'; form-action 'self'%2$s";

	/**
	 * By it web says that a page is counted by somebody else, with its reader's consent.
	 */
	private static final String COUNTED_BY = "Rayonka-Counted-By";

	/** What the counter of Yandex Metrika loads and calls. */
	private static final String METRIKA = " https://mc.yandex.ru https://mc.yandex.com https://yastatic.net";

	private final String pagePolicy;

	private final String countedPagePolicy;

	private final boolean secure;

	/**
	 * Makes the step.
	 * @param site who we are
	 * @param authorizationUri where the issuer asks people to sign in: signing out leads
	 * there by a form, which the policy must allow
	 */
	SecureHeaders(Site site, @Value("${rayonka.sign-in.authorization-uri}") URI authorizationUri) {
		String issuer = authorizationUri.getScheme() + "://" + authorizationUri.getAuthority();
		String forms = issuer.equals(site.origin()) ? "" : " " + issuer;
		this.pagePolicy = PAGE_POLICY.formatted("", forms);
		this.countedPagePolicy = PAGE_POLICY.formatted(METRIKA, forms);
		this.secure = site.secure();
	}

	@Override
	public boolean pass(ServerWebExchange exchange) {
		exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> complete(exchange)));
		return true;
	}

	private void complete(ServerWebExchange exchange) {
		HttpHeaders headers = exchange.getResponse().getHeaders();
		headers.remove(HttpHeaders.SERVER);
		boolean counted = "metrika".equals(headers.getFirst(COUNTED_BY));
		headers.remove(COUNTED_BY);
		headers.set("X-Content-Type-Options", "nosniff");
		absent(headers, "Referrer-Policy", "strict-origin-when-cross-origin");
		if (this.secure) {
			absent(headers, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
		}
		@Nullable String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
		if (type != null && type.startsWith("text/html")) {
			absent(headers, CSP, counted ? this.countedPagePolicy : this.pagePolicy);
			absent(headers, "X-Frame-Options", "SAMEORIGIN");
			absent(headers, "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
			absent(headers, "Cross-Origin-Opener-Policy", "same-origin");
		}
		else if (exchange.getRequest().getPath().value().startsWith("/api/")) {
			absent(headers, CSP, DATA_POLICY);
		}
		else if (type != null && type.startsWith("image/svg")) {
			absent(headers, CSP, "default-src 'none'; style-src 'unsafe-inline'; sandbox");
		}
	}

	private static void absent(HttpHeaders headers, String name, String value) {
		if (!headers.containsHeader(name)) {
			headers.set(name, value);
		}
	}

}
