package org.rayonka.standalone.console;

import java.net.URI;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Leads every way of writing the console's address to the console.
 */
@Configuration(proxyBeanMethods = false)
class Addresses {

	@Bean
	RouterFunction<ServerResponse> console() {
		return RouterFunctions.route(RequestPredicates.path("/").or(RequestPredicates.path("/admin/")),
				(request) -> ServerResponse.temporaryRedirect(URI.create("/admin")).build());
	}

}
