package org.rayonka.gateway.limits;

import org.rayonka.gateway.EdgeStep;
import org.rayonka.gateway.edgecache.Renewals;
import org.rayonka.gateway.protection.ClientAddress;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Counts every client's request against its address, before any token is checked or
 * session read.
 */
@Component
@Order(50)
class AddressLimit implements EdgeStep {

	private final Limits limits;

	private final ClientAddress clients;

	private final Renewals renewals;

	AddressLimit(Limits limits, ClientAddress clients, Renewals renewals) {
		this.limits = limits;
		this.clients = clients;
		this.renewals = renewals;
	}

	@Override
	public boolean pass(ServerWebExchange exchange) {
		if (!this.limits.off() && !this.renewals.isOne(exchange.getRequest().getHeaders())) {
			RequestKind.of(exchange.getRequest())
				.ifPresent((kind) -> this.limits.count(exchange, Client.at(this.clients.of(exchange)), kind));
		}
		return true;
	}

}
