package org.rayonka.access;

import org.rayonka.problems.Problems;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/**
 * Gives a WebFlux service the check of tokens. Where the keys are found is said by
 * {@code spring.security.oauth2.resourceserver.jwt}.
 */
@AutoConfiguration
class AccessTokensAutoConfiguration {

	@Bean
	AccessRules accessRules(Problems problems) {
		return new AccessRules(problems);
	}

	/** A span for each filter of security would cost more than the filters. */
	@Bean
	SecurityObservationSettings unobservedSecurity() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	WebFluxConfigurer callerArgument() {
		return new WebFluxConfigurer() {
			@Override
			public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
				configurer.addCustomResolver(new CallerArgument());
			}
		};
	}

}
