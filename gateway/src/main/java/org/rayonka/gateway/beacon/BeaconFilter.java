package org.rayonka.gateway.beacon;

import java.time.Duration;
import java.util.Optional;

import org.rayonka.gateway.GatewayProblem;
import org.rayonka.gateway.protection.ClientAddress;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Takes beacons off their way and lets {@link BeaconRelay} carry them. Those that are
 * refused go their ordinary way after all: the service says why.
 */
@Component
class BeaconFilter implements GlobalFilter, Ordered {

	private static final int AFTER_LIMITS = 800;

	private static final Duration AGAIN = Duration.ofSeconds(5);

	private final BeaconRelay relay;

	private final ClientAddress clients;

	BeaconFilter(BeaconRelay relay, ClientAddress clients) {
		this.relay = relay;
		this.clients = clients;
	}

	@Override
	public int getOrder() {
		return AFTER_LIMITS;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		Optional<Beacon> beacon = Beacon.of(exchange, this.clients);
		return beacon.isEmpty() ? chain.filter(exchange)
				: this.relay.carry(beacon.get()).flatMap((status) -> answer(status, exchange, chain));
	}

	private static Mono<Void> answer(HttpStatus status, ServerWebExchange exchange, GatewayFilterChain chain) {
		return switch (status) {
			case ACCEPTED -> {
				exchange.getResponse().setStatusCode(status);
				yield exchange.getResponse().setComplete();
			}
			case SERVICE_UNAVAILABLE -> Mono.error(new GatewayProblem.ServiceUnavailable("engagement", AGAIN));
			default -> chain.filter(exchange);
		};
	}

}
