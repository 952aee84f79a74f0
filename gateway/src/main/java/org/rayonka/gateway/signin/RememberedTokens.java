package org.rayonka.gateway.signin;

import java.time.Duration;
import java.time.Instant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Remembers tokens that were found good, because a program shows the same one with each
 * request and a signature costs more to check than the rest of the way through here. The
 * services check each token again.
 */
final class RememberedTokens implements ReactiveJwtDecoder {

	private static final Duration AGE = Duration.ofMinutes(1);

	private static final int MAX = 1_000;

	private final Cache<String, Jwt> good = Caffeine.newBuilder()
		.maximumSize(MAX)
		.expireAfterWrite(AGE)
		.executor(Runnable::run)
		.build();

	private final ReactiveJwtDecoder decoder;

	RememberedTokens(ReactiveJwtDecoder decoder) {
		this.decoder = decoder;
	}

	@Override
	public Mono<Jwt> decode(String token) {
		Jwt known = this.good.getIfPresent(token);
		if (known != null && isAlive(known.getExpiresAt())) {
			return Mono.just(known);
		}
		return this.decoder.decode(token).doOnNext((jwt) -> this.good.put(token, jwt));
	}

	private static boolean isAlive(@Nullable Instant end) {
		return end == null || Instant.now().isBefore(end);
	}

}
