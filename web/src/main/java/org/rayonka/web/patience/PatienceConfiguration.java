package org.rayonka.web.patience;

import java.time.InstantSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.support.WebClientHttpServiceGroupConfigurer;

/**
 * Gives each service's client its own breaker and its own deadlines.
 */
@Configuration(proxyBeanMethods = false)
class PatienceConfiguration {

	@Bean
	WebClientHttpServiceGroupConfigurer patience(InstantSource clock, PatienceProperties properties) {
		return (groups) -> groups.forEachClient((group, client) -> client.filter(new Breaker(clock))
			.filter(new Deadline(properties.reading(group.name()), properties.writing())));
	}

}
