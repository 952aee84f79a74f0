package org.rayonka.web.patience;

import java.time.InstantSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.support.WebClientHttpServiceGroupConfigurer;

/**
 * Gives each service's client its own breaker.
 */
@Configuration(proxyBeanMethods = false)
class PatienceConfiguration {

	@Bean
	WebClientHttpServiceGroupConfigurer breakers(InstantSource clock) {
		return (groups) -> groups.forEachClient((group, client) -> client.filter(new Breaker(clock)));
	}

}
