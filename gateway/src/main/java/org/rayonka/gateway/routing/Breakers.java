package org.rayonka.gateway.routing;

import java.time.Duration;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * One circuit breaker for each service: while most calls fail, readers get their answer
 * at once instead of waiting for a time-out. It tries again soon, because services come
 * back within seconds, and one good answer is enough: where few readers are, waiting for
 * more would shut out the next one.
 */
@Configuration(proxyBeanMethods = false)
class Breakers {

	/** How long an open breaker lets nothing through. */
	static final Duration PAUSE = Duration.ofSeconds(2);

	private static final CircuitBreakerConfig CONFIG = CircuitBreakerConfig.custom()
		.slidingWindowType(CircuitBreakerConfig.SlidingWindowType.TIME_BASED)
		.slidingWindowSize(10)
		.minimumNumberOfCalls(10)
		.failureRateThreshold(50)
		.slowCallDurationThreshold(Duration.ofHours(1))
		.waitDurationInOpenState(PAUSE)
		.permittedNumberOfCallsInHalfOpenState(1)
		.maxWaitDurationInHalfOpenState(Duration.ofSeconds(10))
		.recordException(ServiceFailure::is)
		.ignoreException((failure) -> !ServiceFailure.is(failure))
		.build();

	@Bean
	CircuitBreakerRegistry circuitBreakers() {
		return CircuitBreakerRegistry.of(CONFIG);
	}

	@Bean
	MeterBinder circuitBreakerMetrics(CircuitBreakerRegistry registry) {
		return (meters) -> TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
	}

}
