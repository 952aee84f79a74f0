package org.rayonka.gateway.signin;

import java.time.Duration;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.serializer.SerializationException;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.web.server.session.SpringSessionWebSessionStore;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.WebSessionManager;
import org.springframework.web.server.session.WebSessionStore;
import reactor.core.publisher.Mono;

/**
 * Sessions as long as Redis is there. While it is away, whoever has a session is treated
 * as a stranger and reads on; only signing in has to wait.
 *
 * @param <S> the kind of session
 */
final class KeptSessions<S extends Session> implements ReactiveSessionRepository<S> {

	private static final Logger log = LoggerFactory.getLogger(KeptSessions.class);

	private static final String AWAY = KeptSessions.class.getName() + ".away";

	/** Readers do not wait longer for what a page can do without. */
	private static final Duration LIMIT = Duration.ofMillis(500);

	/** Who signs in would rather wait than be sent away. */
	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final ReactiveSessionRepository<S> redis;

	private final CircuitBreaker breaker;

	private final Counter away;

	private final Counter unreadable;

	private KeptSessions(ReactiveSessionRepository<S> redis, CircuitBreaker breaker, MeterRegistry meters) {
		this.redis = redis;
		this.breaker = breaker;
		this.away = meters.counter("rayonka.gateway.sessions.away");
		this.unreadable = meters.counter("rayonka.gateway.sessions.unreadable");
	}

	static <S extends Session> KeptSessions<S> in(ReactiveSessionRepository<S> redis, CircuitBreaker breaker,
			MeterRegistry meters) {
		return new KeptSessions<>(redis, breaker, meters);
	}

	WebSessionStore store() {
		return new SpringSessionWebSessionStore<>(this);
	}

	/** Lets a manager's look-ups mark the exchange that they are for. */
	static WebSessionManager marking(WebSessionManager manager) {
		return (exchange) -> marked(manager.getSession(exchange), exchange);
	}

	private static Mono<WebSession> marked(Mono<WebSession> session, ServerWebExchange exchange) {
		return session.contextWrite((context) -> context.put(AWAY, exchange));
	}

	static boolean wereAway(ServerWebExchange exchange) {
		return exchange.getAttributes().containsKey(AWAY);
	}

	/** Completes when Redis answers, if need be over a new connection; else fails. */
	Mono<Void> check() {
		return guarded(this.redis.findById("none"), PATIENCE).then();
	}

	@Override
	public Mono<S> createSession() {
		return this.redis.createSession();
	}

	/**
	 * Empty when there is no such session, when it cannot be read, and while Redis is
	 * away.
	 */
	@Override
	public Mono<S> findById(String id) {
		return this.redis.findById(id)
			.onErrorResume(SerializationException.class, this::unreadable)
			.transform(this::guarded)
			.onErrorResume(this::goOnWithout);
	}

	@Override
	public Mono<Void> save(S session) {
		return this.redis.save(session).transform(this::guarded).onErrorResume(this::goOnWithout);
	}

	@Override
	public Mono<Void> deleteById(String id) {
		return this.redis.deleteById(id).transform(this::guarded).onErrorResume(this::goOnWithout);
	}

	private <T> Mono<T> guarded(Mono<T> call) {
		return guarded(call, LIMIT);
	}

	private <T> Mono<T> guarded(Mono<T> call, Duration limit) {
		return call.timeout(limit).transformDeferred(CircuitBreakerOperator.of(this.breaker));
	}

	private <T> Mono<T> unreadable(SerializationException failure) {
		this.unreadable.increment();
		log.atWarn().addKeyValue("cause", failure.getMessage()).log("a session cannot be read and is given up");
		return Mono.empty();
	}

	private <T> Mono<T> goOnWithout(Throwable failure) {
		this.away.increment();
		log.atWarn().addKeyValue("cause", failure.toString()).log("sessions are away, going on without");
		return Mono.deferContextual((context) -> {
			context.<ServerWebExchange>getOrEmpty(AWAY).ifPresent((exchange) -> exchange.getAttributes().put(AWAY, ""));
			return Mono.empty();
		});
	}

}
