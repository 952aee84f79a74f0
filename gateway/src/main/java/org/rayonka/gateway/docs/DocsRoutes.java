package org.rayonka.gateway.docs;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The description of the API, for programs and as a page. Everything that the page needs
 * comes from here.
 */
@Configuration(proxyBeanMethods = false)
class DocsRoutes {

	private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

	private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

	private static final MediaType STYLE = new MediaType("text", "css", StandardCharsets.UTF_8);

	private static final Resource PAGE = new ClassPathResource("docs/index.html");

	private static final CacheControl HOUR = CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

	private static final Map<String, MediaType> FILES = Map.of("start.js", SCRIPT, "swagger-ui-bundle.js", SCRIPT,
			"swagger-ui.css", STYLE, "favicon-32x32.png", MediaType.IMAGE_PNG);

	@Bean
	RouterFunction<ServerResponse> docs(Descriptions descriptions, SwaggerUi swagger) {
		return RouterFunctions.route()
			.GET("/api/v1/openapi.json", (request) -> description(descriptions, request))
			.GET("/api/docs", (request) -> page())
			.GET("/api/docs/", (request) -> page())
			.GET("/api/docs/{file}", (request) -> FILES.containsKey(request.pathVariable("file")),
					(request) -> file(swagger, request.pathVariable("file")))
			.build();
	}

	private static Mono<ServerResponse> description(Descriptions descriptions, ServerRequest request) {
		return descriptions.document()
			.flatMap((document) -> request.checkNotModified(document.tag())
				.switchIfEmpty(Mono.defer(() -> ServerResponse.ok()
					.eTag(document.tag())
					.cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
					.contentType(MediaType.APPLICATION_JSON)
					.bodyValue(document.json()))));
	}

	private static Mono<ServerResponse> page() {
		return ServerResponse.ok().cacheControl(HOUR).contentType(HTML).bodyValue(PAGE);
	}

	private static Mono<ServerResponse> file(SwaggerUi swagger, String name) {
		Resource file = name.equals("start.js") ? new ClassPathResource("docs/start.js") : swagger.file(name);
		return ServerResponse.ok().cacheControl(HOUR).contentType(FILES.getOrDefault(name, SCRIPT)).bodyValue(file);
	}

}
