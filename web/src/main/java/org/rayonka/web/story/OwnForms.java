package org.rayonka.web.story;

import java.net.URI;
import java.net.URISyntaxException;

import org.jspecify.annotations.Nullable;
import org.rayonka.web.failure.PageProblem;
import org.rayonka.web.site.Site;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Takes forms from our own pages alone, by what browsers say of the sender (Fetch
 * Metadata, else {@code Origin}); no token in the page, so that a page may be the same
 * for everybody.
 */
@Component
class OwnForms implements WebFilter {

	private final Site site;

	OwnForms(Site site) {
		this.site = site;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		if (HttpMethod.POST.equals(request.getMethod()) && !ours(request.getHeaders())) {
			return Mono.error(new PageProblem.ForeignForm());
		}
		return chain.filter(exchange);
	}

	private boolean ours(HttpHeaders headers) {
		String fetchSite = headers.getFirst("Sec-Fetch-Site");
		if (fetchSite != null) {
			return fetchSite.equals("same-origin") || fetchSite.equals("none");
		}
		String origin = headers.getOrigin();
		if (origin == null) {
			return true;
		}
		String authority = authorityOf(origin);
		return authority != null
				&& (authority.equals(this.site.publicUrl().getAuthority()) || authority.equals(headers.getFirst("Host"))
						|| authority.equals(headers.getFirst("X-Forwarded-Host")));
	}

	private static @Nullable String authorityOf(String origin) {
		try {
			return new URI(origin).getAuthority();
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

}
