package org.rayonka.gateway;

import java.util.List;

import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Leads each request on the public port through the {@link EdgeStep}s, before anything
 * else sees it. The management port has a context of its own and is passed over.
 */
@Component
class Edge implements WebFilter, Ordered {

	private static final int AFTER_OBSERVATION = Ordered.HIGHEST_PRECEDENCE + 100;

	private final List<EdgeStep> steps;

	private final ApplicationContext context;

	Edge(List<EdgeStep> steps, ApplicationContext context) {
		this.steps = steps;
		this.context = context;
	}

	@Override
	public int getOrder() {
		return AFTER_OBSERVATION;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (!this.context.equals(exchange.getApplicationContext())) {
			return chain.filter(exchange);
		}
		try {
			return passes(exchange) ? chain.filter(exchange) : exchange.getResponse().setComplete();
		}
		catch (GatewayProblem refused) {
			return Mono.error(refused);
		}
	}

	private boolean passes(ServerWebExchange exchange) {
		for (EdgeStep step : this.steps) {
			if (!step.pass(exchange)) {
				return false;
			}
		}
		return true;
	}

}
