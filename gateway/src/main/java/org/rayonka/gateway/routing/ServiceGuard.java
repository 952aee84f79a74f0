package org.rayonka.gateway.routing;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Keeps a service that is away from being waited for: circuit breaker, and one repetition
 * of a GET whose connection was lost. It stands inside the filter that writes the answer,
 * so that it sees the beginning of an answer and never its end: a stream may last for
 * hours.
 */
@Component
class ServiceGuard implements GlobalFilter, Ordered {

	private static final int INSIDE_WRITING_LAST_OF_OURS = 900;

	private final Map<Service, CircuitBreaker> breakers = new EnumMap<>(Service.class);

	ServiceGuard(CircuitBreakerRegistry registry) {
		for (Service service : Service.values()) {
			this.breakers.put(service, registry.circuitBreaker(service.label()));
		}
	}

	@Override
	public int getOrder() {
		return INSIDE_WRITING_LAST_OF_OURS;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		Service service = (Service) Objects.requireNonNull(route.getMetadata().get(Service.METADATA));
		return guarded(call(exchange, chain), service, route);
	}

	private Mono<Void> call(ServerWebExchange exchange, GatewayFilterChain chain) {
		Mono<Void> once = chain.filter(exchange);
		if (!exchange.getRequest().getMethod().equals(HttpMethod.GET)) {
			return once;
		}
		return once.onErrorResume(ServiceFailure::isLostConnection, (lost) -> {
			exchange.getAttributes().remove(ServerWebExchangeUtils.GATEWAY_ALREADY_ROUTED_ATTR);
			return chain.filter(exchange);
		});
	}

	/** A stream would occupy a half-open breaker until its first event. */
	private Mono<Void> guarded(Mono<Void> call, Service service, Route route) {
		if (Objects.equals(route.getMetadata().get(Pace.METADATA), Pace.STREAM)) {
			return call;
		}
		CircuitBreaker breaker = Objects.requireNonNull(this.breakers.get(service));
		return call.transformDeferred(CircuitBreakerOperator.of(breaker));
	}

}
