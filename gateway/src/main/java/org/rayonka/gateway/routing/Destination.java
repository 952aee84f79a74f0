package org.rayonka.gateway.routing;

import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.web.server.ServerWebExchange;

/**
 * Where a request goes, for filters that treat services differently.
 */
public final class Destination {

	private Destination() {
	}

	/**
	 * Whether identity-service will answer, which knows people by a cookie of its own.
	 * @param exchange a request that has its route
	 * @return false for every other service
	 */
	public static boolean isIdentity(ServerWebExchange exchange) {
		@Nullable Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		return route != null && route.getMetadata().get(Service.METADATA) == Service.IDENTITY;
	}

}
