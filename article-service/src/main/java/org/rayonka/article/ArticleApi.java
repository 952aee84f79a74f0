package org.rayonka.article;

import java.util.List;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.rayonka.access.Caller;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the description of the API says beyond what the controllers tell of themselves:
 * where it is, who needs a token, and that every error is a problem.
 */
@Configuration(proxyBeanMethods = false)
class ArticleApi {

	private static final String BEARER = "bearer";

	private static final String PROBLEM = "Problem";

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
	}

	@Bean
	OpenAPI description(PublicAddress site) {
		return new OpenAPI()
			.info(new Info().title("Rayonka articles")
				.version("1")
				.description("Editions, articles, their change log for aggregators, media and the newsroom. "
						+ "Errors are RFC 9457 problems with a stable type."))
			.servers(List.of(new Server().url(site.url(""))))
			.components(new Components()
				.addSecuritySchemes(BEARER,
						new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT"))
				.addResponses(PROBLEM, problem()));
	}

	@Bean
	OpenApiCustomizer problemsAndTokens() {
		return (api) -> api.getPaths().forEach((path, item) -> describe(path, item));
	}

	private static void describe(String path, PathItem item) {
		for (Operation operation : item.readOperations()) {
			operation.getResponses().addApiResponse("default", new ApiResponse().$ref(PROBLEM));
			if (path.startsWith("/api/v1/newsroom/")) {
				operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
			}
		}
	}

	private static ApiResponse problem() {
		ObjectSchema problem = new ObjectSchema();
		problem.addProperty("type", new StringSchema().format("uri").example("urn:rayonka:problem:article-not-found"));
		problem.addProperty("title", new StringSchema());
		problem.addProperty("status", new IntegerSchema());
		problem.addProperty("detail", new StringSchema());
		return new ApiResponse().description("What is wrong (RFC 9457)")
			.content(new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
	}

}
