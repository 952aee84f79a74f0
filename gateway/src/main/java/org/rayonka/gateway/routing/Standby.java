package org.rayonka.gateway.routing;

import java.util.Objects;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import org.rayonka.gateway.GatewayProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What is answered in the place of a service that is away: a small page for readers, a
 * problem for programs; both say when to come back. It stands outside the filter that
 * writes, because a service may go away between the head of its answer and the body.
 */
@Component
class Standby implements GlobalFilter, Ordered {

	private static final Logger log = LoggerFactory.getLogger(Standby.class);

	private static final int OUTSIDE_WRITING = NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;

	private final StandbyPage page;

	Standby(StandbyPage page) {
		this.page = page;
	}

	@Override
	public int getOrder() {
		return OUTSIDE_WRITING;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		return chain.filter(exchange).onErrorResume(ServiceFailure::is, (failure) -> answer(exchange, failure));
	}

	private Mono<Void> answer(ServerWebExchange exchange, Throwable failure) {
		if (exchange.getResponse().isCommitted()) {
			return Mono.error(failure);
		}
		Service service = serviceOf(exchange);
		if (!(failure instanceof CallNotPermittedException)) {
			log.atWarn()
				.addKeyValue("service", service.label())
				.addKeyValue("cause", failure.toString())
				.log("answered in the place of a service");
		}
		exchange.getResponse().getHeaders().clear();
		boolean pages = service == Service.WEB || service == Service.IDENTITY;
		return (pages && StandbyPage.isFor(exchange)) ? this.page.show(exchange, Breakers.PAUSE)
				: Mono.error(new GatewayProblem.ServiceUnavailable(service.label(), Breakers.PAUSE));
	}

	private static Service serviceOf(ServerWebExchange exchange) {
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		return (Service) Objects.requireNonNull(route.getMetadata().get(Service.METADATA));
	}

}
