package org.rayonka.gateway.protection;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.rayonka.gateway.EdgeStep;
import org.rayonka.gateway.GatewayProblem;
import org.rayonka.gateway.Site;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Refuses changes that another site makes a reader's browser ask for. Pages carry no
 * token for it, since they are cached: browsers say where a request comes from
 * (<a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata</a>, and {@code Origin}
 * in older ones). A program says nothing of the kind and has no cookie that anybody could
 * abuse, so that it is let through unless it shows a session.
 */
@Component
@Order(30)
class CrossSiteRequests implements EdgeStep {

	private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS,
			HttpMethod.TRACE);

	private static final Set<String> OWN = Set.of("same-origin", "none");

	private final Site site;

	CrossSiteRequests(Site site) {
		this.site = site;
	}

	@Override
	public boolean pass(ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		if (!SAFE.contains(request.getMethod()) && !isBeacon(request) && !hasBearer(request) && !isOwn(request)) {
			throw new GatewayProblem.CrossSiteRequest();
		}
		return true;
	}

	private boolean isOwn(ServerHttpRequest request) {
		HttpHeaders headers = request.getHeaders();
		@Nullable String fetchSite = headers.getFirst("Sec-Fetch-Site");
		if (fetchSite != null) {
			return OWN.contains(fetchSite);
		}
		@Nullable String from = headers.getFirst(HttpHeaders.ORIGIN);
		if (from == null) {
			from = headers.getFirst(HttpHeaders.REFERER);
		}
		if (from != null) {
			return this.site.owns(from, headers.getFirst(HttpHeaders.HOST));
		}
		return !request.getCookies().containsKey("RAYONKA_SESSION") || isSignIn(request);
	}

	/** Carries no cookie's authority: a view is counted whoever asks. */
	private static boolean isBeacon(ServerHttpRequest request) {
		String path = request.getPath().value();
		return path.startsWith("/api/v1/articles/") && path.endsWith("/views");
	}

	private static boolean hasBearer(ServerHttpRequest request) {
		@Nullable String authorization = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
		return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
	}

	/** The session of somebody who signs in is nobody's yet. */
	private static boolean isSignIn(ServerHttpRequest request) {
		return request.getPath().value().equals("/login");
	}

}
