package org.rayonka.gateway.visitor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.rayonka.gateway.Site;
import org.rayonka.gateway.protection.ClientAddress;
import org.rayonka.gateway.protection.Relayed;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Tells services which anonymous visitor sent a request, and makes a stranger a visitor
 * when they do something that must be known as theirs later. Reading never sets a cookie.
 * Who has just done something is marked, so that the edge has pages made for them.
 */
@Component
public class Visitors implements GlobalFilter, Ordered {

	private static final String COOKIE = "visitor";

	/** Named among the edge cache's personal cookies. */
	private static final String MARK = "active";

	/** Longer than a comment may be changed. */
	private static final Duration MARKED = Duration.ofMinutes(15);

	private static final String HEADER = "Rayonka-Visitor";

	private static final String REPEATABLE = "Idempotency-Key";

	private static final Duration AGE = Duration.ofDays(365);

	private static final int AFTER_SIGN_IN = 300;

	private static final List<PathPattern> PUTS = patterns("/api/v1/articles/{id}/like", "/api/v1/comments/{id}/vote");

	private static final List<PathPattern> POSTS = patterns("/api/v1/articles/{id}/comments",
			"/api/v1/comments/{id}/report");

	private static final List<PathPattern> NOT_PAGES = patterns("/api/**", "/login", "/logout", "/oauth2/**",
			"/connect/**", "/identity/**");

	private final VisitorSignature signature;

	private final ClientAddress clients;

	private final boolean secure;

	Visitors(VisitorSignature signature, ClientAddress clients, Site site) {
		this.signature = signature;
		this.clients = clients;
		this.secure = site.secure();
	}

	@Override
	public int getOrder() {
		return AFTER_SIGN_IN;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		Optional<String> known = idOf(exchange);
		if (known.isPresent()) {
			Relayed.put(exchange, HEADER, known.get());
			if (isActing(exchange.getRequest())) {
				give(exchange, MARK, "1", MARKED);
			}
			return chain.filter(exchange);
		}
		if (!isActing(exchange.getRequest())) {
			return chain.filter(exchange);
		}
		return exchange.getPrincipal()
			.hasElement()
			.doOnNext((signedIn) -> welcome(exchange, signedIn))
			.then(Mono.defer(() -> chain.filter(exchange)));
	}

	/**
	 * The visitor who sent a request.
	 * @param exchange the request
	 * @return the id from a cookie that we have signed, else empty
	 */
	public Optional<String> idOf(ServerWebExchange exchange) {
		@Nullable HttpCookie cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
		return (cookie == null) ? Optional.empty() : this.signature.verify(cookie.getValue());
	}

	private void welcome(ServerWebExchange exchange, boolean signedIn) {
		if (signedIn) {
			return;
		}
		String id = newId(exchange);
		Relayed.put(exchange, HEADER, id);
		give(exchange, COOKIE, this.signature.sign(id), AGE);
		give(exchange, MARK, "1", MARKED);
	}

	/**
	 * A stranger whose answer was lost, and the cookie with it, is known by what is
	 * repeated.
	 */
	private String newId(ServerWebExchange exchange) {
		@Nullable String key = exchange.getRequest().getHeaders().getFirst(REPEATABLE);
		return (key == null) ? this.signature.newId() : this.signature.idOf(this.clients.of(exchange) + " " + key);
	}

	private void give(ServerWebExchange exchange, String name, String value, Duration age) {
		exchange.getResponse()
			.addCookie(ResponseCookie.from(name, value)
				.path("/")
				.maxAge(age)
				.httpOnly(true)
				.secure(this.secure)
				.sameSite("Lax")
				.build());
	}

	private static boolean isActing(ServerHttpRequest request) {
		HttpMethod method = request.getMethod();
		if (method.equals(HttpMethod.PUT)) {
			return matches(PUTS, request);
		}
		return method.equals(HttpMethod.POST)
				&& (matches(POSTS, request) || (isForm(request) && !matches(NOT_PAGES, request)));
	}

	private static boolean isForm(ServerHttpRequest request) {
		@Nullable String type = request.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
		return type != null && (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
				|| type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE));
	}

	private static boolean matches(List<PathPattern> patterns, ServerHttpRequest request) {
		return patterns.stream().anyMatch((pattern) -> pattern.matches(request.getPath().pathWithinApplication()));
	}

	private static List<PathPattern> patterns(String... patterns) {
		return List.of(patterns).stream().map(PathPatternParser.defaultInstance::parse).toList();
	}

}
