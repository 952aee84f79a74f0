package org.rayonka.gateway.protection;

import org.rayonka.gateway.GatewayProblem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import reactor.core.publisher.Mono;

/**
 * Answers what Spring Security's firewall takes for an attack (encoded slashes, control
 * characters, odd methods) in the form of all other refusals.
 */
@Configuration(proxyBeanMethods = false)
class OddRequests {

	@Bean
	ServerExchangeRejectedHandler refusal() {
		return (exchange, rejected) -> Mono.error(new GatewayProblem.OddRequest());
	}

}
