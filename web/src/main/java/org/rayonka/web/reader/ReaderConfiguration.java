package org.rayonka.web.reader;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

/**
 * Nothing here needs a right: pages are for all, and the services behind a form check who
 * sends it. So no request is ever refused for its token.
 */
@Configuration(proxyBeanMethods = false)
class ReaderConfiguration {

	@Bean
	SecurityWebFilterChain openToAll(ReactiveJwtDecoder tokens) {
		return new MatcherSecurityWebFilterChain(ServerWebExchangeMatchers.anyExchange(),
				List.of(new SignedIn(tokens)));
	}

}
