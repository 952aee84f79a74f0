package org.rayonka.identity.signin;

import org.rayonka.identity.PublicAddress;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * The rules for everything that is no endpoint of the standards: the sign-in page and
 * what operators look at inside the network.
 */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

	private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
			+ "base-uri 'none'; frame-ancestors 'none'";

	@Bean
	@Order(2)
	SecurityFilterChain pageRules(HttpSecurity http, RequestCache requests, SignedIn signedIn, SignInRefused refused,
			PublicAddress address) {
		return http
			.authorizeHttpRequests((rules) -> rules.requestMatchers(HttpMethod.GET, "/actuator/**")
				.permitAll()
				.requestMatchers("/actuator/**")
				.denyAll()
				.anyRequest()
				.permitAll())
			.formLogin((form) -> form.loginPage("/login").successHandler(signedIn).failureHandler(refused))
			.logout((logout) -> logout.logoutSuccessUrl("/"))
			.requestCache((cache) -> cache.requestCache(requests))
			.csrf((csrf) -> csrf.csrfTokenRepository(formTokens(address)))
			.exceptionHandling((refusals) -> refusals.accessDeniedHandler(refused))
			.headers(PageSecurity::headers)
			.build();
	}

	private static CookieCsrfTokenRepository formTokens(PublicAddress address) {
		CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
		tokens.setCookieName("RAYONKA_IDENTITY_FORM");
		tokens.setCookieCustomizer((cookie) -> cookie.secure(address.secure()).sameSite("Lax"));
		return tokens;
	}

	private static void headers(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives(POLICY))
			.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
	}

}
