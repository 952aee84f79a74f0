package org.rayonka.gateway;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;

/**
 * One rule that a request on the public port passes before security and routing, in the
 * order of {@link org.springframework.core.annotation.Order}. It is no {@link WebFilter},
 * because those would stand in front of the management port as well.
 */
public interface EdgeStep {

	/**
	 * Looks at a request; may prepare its answer.
	 * @param exchange the request and its answer
	 * @return whether the request goes on; if not, the answer is sent as it stands
	 * @throws GatewayProblem when the request goes no further
	 */
	boolean pass(ServerWebExchange exchange);

}
