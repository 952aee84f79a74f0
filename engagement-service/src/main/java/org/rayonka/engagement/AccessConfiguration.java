package org.rayonka.engagement;

import org.rayonka.access.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

/**
 * All but opening balances is for everybody; a token only says whose like it is.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

	@Bean
	SecurityWebFilterChain access(AccessRules rules, ServerHttpSecurity http) {
		return rules.protect(http,
				(paths) -> paths.pathMatchers(HttpMethod.PUT, "/api/v1/articles/*/opening")
					.authenticated()
					.anyExchange()
					.permitAll());
	}

}
