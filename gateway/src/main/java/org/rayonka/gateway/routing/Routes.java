package org.rayonka.gateway.routing;

import java.util.ArrayList;
import java.util.List;

import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

import static org.rayonka.gateway.routing.Line.line;
import static org.rayonka.gateway.routing.Pace.BEACON;
import static org.rayonka.gateway.routing.Pace.ORDINARY;
import static org.rayonka.gateway.routing.Pace.STREAM;
import static org.rayonka.gateway.routing.Pace.UPLOAD;
import static org.rayonka.gateway.routing.Service.ARTICLE;
import static org.rayonka.gateway.routing.Service.COMMENT;
import static org.rayonka.gateway.routing.Service.ENGAGEMENT;
import static org.rayonka.gateway.routing.Service.IDENTITY;
import static org.rayonka.gateway.routing.Service.WEB;

/**
 * The routing table; the first line that matches wins.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

	private static final List<Line> TABLE = List.of(
			line("changes-stream", ARTICLE, STREAM, "/api/v1/changes").when(Routes::wantsEvents),
			line("counts-stream", ENGAGEMENT, STREAM, "/api/v1/counts/stream"),
			line("comments-stream", COMMENT, STREAM, "/api/v1/articles/{id}/comments/stream"),
			line("views", ENGAGEMENT, BEACON, "/api/v1/articles/{id}/views", "/api/v1/articles/{id}/views.gif"),
			line("engagement", ENGAGEMENT, ORDINARY, "/api/v1/articles/{id}/like", "/api/v1/articles/{id}/opening",
					"/api/v1/articles/{id}/counts/**", "/api/v1/counts/**", "/api/v1/popular"),
			line("comments", COMMENT, ORDINARY, "/api/v1/articles/{id}/comments/**", "/api/v1/comments/**",
					"/api/v1/moderation/**"),
			line("media-upload", ARTICLE, UPLOAD, "/api/v1/newsroom/media").on(HttpMethod.POST),
			line("imports", ARTICLE, STREAM, "/api/v1/newsroom/imports").on(HttpMethod.POST),
			line("articles", ARTICLE, ORDINARY, "/api/v1/editions/**", "/api/v1/articles", "/api/v1/articles/{id}",
					"/api/v1/changes", "/api/v1/authors/**", "/api/v1/newsroom/**", "/media/**"),
			line("identity", IDENTITY, ORDINARY, "/login", "/logout", "/oauth2/authorize", "/oauth2/token",
					"/oauth2/jwks", "/oauth2/revoke", "/oauth2/introspect", "/userinfo", "/.well-known/**",
					"/connect/logout", "/identity/**"),
			line("page-upload", WEB, UPLOAD, "/**").on(HttpMethod.POST).when(Routes::isMultipart).when(Routes::isPage),
			line("pages", WEB, ORDINARY, "/**").when(Routes::isPage));

	@Bean
	RouteLocator table(Services services) {
		List<Route> routes = new ArrayList<>();
		TABLE.forEach((line) -> routes.add(line.route(services, routes.size())));
		return () -> Flux.fromIterable(routes);
	}

	/**
	 * What is below /api and not in the table does not exist, rather than being a page.
	 */
	private static boolean isPage(ServerWebExchange exchange) {
		String path = exchange.getRequest().getPath().value();
		return !path.startsWith("/api/") && !path.equals("/api");
	}

	private static boolean wantsEvents(ServerWebExchange exchange) {
		return accepts(exchange, MediaType.TEXT_EVENT_STREAM_VALUE);
	}

	private static boolean isMultipart(ServerWebExchange exchange) {
		String type = exchange.getRequest().getHeaders().getFirst("Content-Type");
		return type != null && type.startsWith("multipart/");
	}

	static boolean accepts(ServerWebExchange exchange, String mediaType) {
		String accept = exchange.getRequest().getHeaders().getFirst("Accept");
		return accept != null && accept.contains(mediaType);
	}

}
