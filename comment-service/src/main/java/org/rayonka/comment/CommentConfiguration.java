package org.rayonka.comment;

import java.time.Clock;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import org.rayonka.access.AccessRules;
import org.rayonka.access.Caller;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

/**
 * What the whole service shares: the clock, who may come in, and how the API is
 * described.
 */
@Configuration(proxyBeanMethods = false)
class CommentConfiguration {

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	SecurityWebFilterChain security(ServerHttpSecurity http, AccessRules rules) {
		return rules.protect(http,
				(paths) -> paths.pathMatchers("/api/v1/moderation/**").authenticated().anyExchange().permitAll());
	}

	@Bean
	OpenAPI openApi() {
		return new OpenAPI().info(new Info().title("Comments").version("v1").description("""
				Threads below articles and their moderation."""))
			.addServersItem(new Server().url("/").description("This installation"));
	}

}
