package org.rayonka.gateway.signin;

import java.time.Duration;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.core.ReactiveRedisTemplate;
import org.springframework.data.redis.serializer.JdkSerializationRedisSerializer;
import org.springframework.data.redis.serializer.RedisSerializationContext;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.session.data.redis.ReactiveRedisSessionRepository;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.WebSessionManager;

/**
 * Keeps sessions in Redis, so that a restart of the gateway signs nobody out.
 */
@Configuration(proxyBeanMethods = false)
class Sessions {

	private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
		.slidingWindowType(CircuitBreakerConfig.SlidingWindowType.TIME_BASED)
		.slidingWindowSize(5)
		.minimumNumberOfCalls(5)
		.waitDurationInOpenState(Duration.ofSeconds(1))
		.slowCallDurationThreshold(Duration.ofHours(1))
		.permittedNumberOfCallsInHalfOpenState(1)
		.maxWaitDurationInHalfOpenState(Duration.ofSeconds(5))
		.build();

	@Bean
	KeptSessions<?> keptSessions(ReactiveRedisConnectionFactory redis, SignInProperties properties,
			CircuitBreakerRegistry breakers, MeterRegistry meters) {
		ReactiveRedisSessionRepository repository = new ReactiveRedisSessionRepository(template(redis));
		repository.setRedisKeyNamespace("gateway:session");
		repository.setDefaultMaxInactiveInterval(properties.unfinished());
		return KeptSessions.in(repository, breakers.circuitBreaker("sessions", BREAKER), meters);
	}

	@Bean(WebHttpHandlerBuilder.WEB_SESSION_MANAGER_BEAN_NAME)
	WebSessionManager webSessionManager(KeptSessions<?> sessions, SessionCookie cookie) {
		DefaultWebSessionManager manager = new DefaultWebSessionManager();
		manager.setSessionStore(sessions.store());
		manager.setSessionIdResolver(cookie);
		return KeptSessions.marking(manager);
	}

	/** What Spring Security keeps in a session promises to stay serialisable. */
	private static ReactiveRedisTemplate<String, Object> template(ReactiveRedisConnectionFactory redis) {
		RedisSerializer<Object> values = new JdkSerializationRedisSerializer(Sessions.class.getClassLoader());
		return new ReactiveRedisTemplate<>(redis,
				RedisSerializationContext.<String, Object>newSerializationContext(values)
					.key(RedisSerializer.string())
					.hashKey(RedisSerializer.string())
					.build());
	}

}
