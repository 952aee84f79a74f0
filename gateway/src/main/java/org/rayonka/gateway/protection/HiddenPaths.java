package org.rayonka.gateway.protection;

import org.rayonka.gateway.EdgeStep;
import org.rayonka.gateway.GatewayProblem;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * What operators see on the management port does not exist on the public one.
 */
@Component
@Order(20)
class HiddenPaths implements EdgeStep {

	@Override
	public boolean pass(ServerWebExchange exchange) {
		String path = exchange.getRequest().getPath().value();
		if (path.equals("/actuator") || path.startsWith("/actuator/") || path.equals("/openapi.json")) {
			throw new GatewayProblem.NoSuchAddress();
		}
		return true;
	}

}
