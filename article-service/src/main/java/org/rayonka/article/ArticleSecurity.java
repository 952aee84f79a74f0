package org.rayonka.article;

import org.rayonka.access.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

/**
 * Which paths need a token: the newsroom's. What is public is public.
 */
@Configuration(proxyBeanMethods = false)
class ArticleSecurity {

	@Bean
	SecurityWebFilterChain rules(AccessRules access, ServerHttpSecurity http) {
		return access.protect(http,
				(paths) -> paths.pathMatchers("/api/v1/newsroom/**").authenticated().anyExchange().permitAll());
	}

}
