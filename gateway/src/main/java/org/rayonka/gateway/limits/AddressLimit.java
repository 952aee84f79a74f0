package org.rayonka.gateway.limits;

import org.rayonka.gateway.EdgeStep;
import org.rayonka.gateway.protection.ClientAddress;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Counts every request against its address, before any token is checked or session read.
 */
@Component
@Order(50)
class AddressLimit implements EdgeStep {

	private final Limits limits;

	private final ClientAddress clients;

	AddressLimit(Limits limits, ClientAddress clients) {
		this.limits = limits;
		this.clients = clients;
	}

	@Override
	public boolean pass(ServerWebExchange exchange) {
		if (!this.limits.off()) {
			RequestKind.of(exchange.getRequest())
				.ifPresent((kind) -> this.limits.count(exchange, Client.at(this.clients.of(exchange)), kind));
		}
		return true;
	}

}
