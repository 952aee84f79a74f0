package org.rayonka.gateway.limits;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import org.rayonka.gateway.GatewayProblem;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Counts each client's requests in the memory of this process and says what is left, in
 * the header fields of
 * <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">
 * draft-ietf-httpapi-ratelimit-headers-10</a>. With several gateways each counts alone: a
 * limit protects the gateway's services, it is no bill.
 */
@Component
class Limits {

	private record Key(Client client, RequestKind kind) {
	}

	private static final Duration FORGET = Duration.ofMinutes(10);

	private final LimitsProperties properties;

	private final MeterRegistry meters;

	private final Cache<Key, Bucket> buckets;

	Limits(LimitsProperties properties, MeterRegistry meters) {
		this.properties = properties;
		this.meters = meters;
		this.buckets = Caffeine.newBuilder()
			.maximumSize(properties.clients())
			.expireAfterAccess(FORGET)
			.executor(Runnable::run)
			.build();
	}

	boolean off() {
		return !this.properties.enabled();
	}

	/**
	 * Counts a request.
	 * @throws GatewayProblem.TooManyRequests when the client's quota is used up
	 */
	void count(ServerWebExchange exchange, Client client, RequestKind kind) {
		Quota quota = client.sort().in(this.properties).of(kind);
		long now = System.nanoTime();
		Bucket bucket = this.buckets.get(new Key(client, kind), (key) -> new Bucket(quota, now));
		Bucket.Grant grant = bucket.take(System.nanoTime());
		String policy = client.sort().policy(kind);
		if (!grant.allowed() || isForPrograms(exchange)) {
			tell(exchange.getResponse().getHeaders(), policy, quota, grant);
		}
		if (!grant.allowed()) {
			this.meters.counter("rayonka.gateway.requests.limited", "policy", policy).increment();
			throw new GatewayProblem.TooManyRequests(policy, grant.untilNext());
		}
	}

	/** Pages are cached and shared: what is left to one client has no place in them. */
	private static boolean isForPrograms(ServerWebExchange exchange) {
		String path = exchange.getRequest().getPath().value();
		return path.startsWith("/api/") || path.startsWith("/oauth2/");
	}

	private static void tell(HttpHeaders headers, String policy, Quota quota, Bucket.Grant grant) {
		headers.add("RateLimit-Policy",
				"\"" + policy + "\";q=" + quota.requests() + ";w=" + quota.window().toSeconds());
		headers.add("RateLimit", "\"" + policy + "\";r=" + grant.remaining() + ";t=" + ceil(grant.untilWhole()));
	}

	private static long ceil(Duration duration) {
		return duration.plusNanos(999_999_999).toSeconds();
	}

}
