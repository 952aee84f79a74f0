package org.rayonka.gateway.edgecache;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.rayonka.tags.CacheTags;

import org.springframework.stereotype.Component;

/**
 * The answers that are kept, within a bound of memory, and the flights that fetch new
 * ones.
 */
@Component
class EdgeCache {

	/** The answer's header in which its service allows to keep it. */
	static final String DIRECTIVES = "CDN-Cache-Control";

	/** In seconds. */
	private static final long UNHEARD = 2;

	private final EdgeCacheProperties properties;

	private final Cache<EdgeKey, StoredAnswer> answers;

	private final ConcurrentMap<EdgeKey, Flight> flights = new ConcurrentHashMap<>();

	private final Map<Served, Counter> served;

	private final Shareable shareable;

	private final Purges purges;

	private final Renewals renewals;

	private final Counter purged;

	EdgeCache(EdgeCacheProperties properties, Purges purges, Renewals renewals, MeterRegistry metrics) {
		this.properties = properties;
		this.purges = purges;
		this.renewals = renewals;
		this.shareable = new Shareable(properties);
		this.answers = Caffeine.newBuilder()
			.maximumWeight(properties.memory().toBytes())
			.weigher((EdgeKey key, StoredAnswer answer) -> answer.weight() + 2 * key.uri().length())
			.build();
		Gauge.builder("rayonka.gateway.edge.answers", this.answers, Cache::estimatedSize)
			.description("Answers kept")
			.register(metrics);
		Gauge.builder("rayonka.gateway.edge.purges.silence", purges, Purges::silence)
			.description("Time since all purges were known")
			.baseUnit("seconds")
			.register(metrics);
		this.purged = Counter.builder("rayonka.gateway.edge.purged")
			.description("Answers forgotten because they went old")
			.register(metrics);
		this.served = Stream.of(Served.values())
			.collect(Collectors.toMap(Function.identity(), (how) -> counter(how, metrics)));
	}

	/** Null for a request that is none of the cache's business. */
	@Nullable EdgeKey keyOf(HttpRequest request) {
		return this.shareable.keyOf(request);
	}

	/**
	 * While purges may be missed, no answer that they might concern is fresh for long.
	 */
	boolean isFresh(StoredAnswer answer) {
		long now = System.nanoTime();
		return isSure(answer, now) ? answer.fresh(now) : answer.fresh(now, UNHEARD);
	}

	/**
	 * Begins to fetch a new answer beside the requests for it, which get the one that is
	 * known. False for one that is too old for that, or perhaps purged, and for the
	 * request that fetches the new one.
	 */
	boolean renews(EdgeKey key, StoredAnswer known, HttpRequest request) {
		long now = System.nanoTime();
		if (!isSure(known, now) || !known.goodWhileRevalidating(now) || this.renewals.isOne(request)) {
			return false;
		}
		this.renewals.begin(key, request);
		return true;
	}

	private boolean isSure(StoredAnswer answer, long now) {
		return answer.tags().isEmpty() || this.purges.areHeard(now);
	}

	/** Takes out what services tell the edge alone. */
	static void withhold(HttpResponse head) {
		head.headers().remove(DIRECTIVES).remove(CacheTags.HEADER);
	}

	void clear() {
		this.answers.invalidateAll();
	}

	/** Forgets all that shows what went old. */
	void purge(Set<String> tags) {
		this.purges.remember(tags);
		this.answers.asMap().values().removeIf((answer) -> {
			boolean old = !Collections.disjoint(answer.tags(), tags);
			if (old) {
				this.purged.increment();
			}
			return old;
		});
	}

	long largest() {
		return this.properties.largest().toBytes();
	}

	/** Counts a request that was answered so. */
	void count(Served how) {
		Objects.requireNonNull(this.served.get(how)).increment();
	}

	/** Does something when a client has waited for a new answer for long enough. */
	void soon(EventExecutor executor, Runnable work) {
		ScheduledFuture<?> _ = executor.schedule(work, this.properties.patience().toMillis(), TimeUnit.MILLISECONDS);
	}

	@Nullable StoredAnswer find(EdgeKey key) {
		return this.answers.getIfPresent(key);
	}

	void forget(EdgeKey key) {
		this.answers.invalidate(key);
	}

	/** A flight that the caller leads; null when somebody leads one already. */
	@Nullable Flight lead(EdgeKey key) {
		Flight flight = new Flight();
		return (this.flights.putIfAbsent(key, flight) == null) ? flight : null;
	}

	@Nullable Flight underway(EdgeKey key) {
		return this.flights.get(key);
	}

	/** A purge comes before, and is remembered, or after, and finds the answer. */
	void land(EdgeKey key, Flight flight, StoredAnswer answer) {
		this.answers.put(key, answer);
		if (this.purges.doubtful(answer.tags())) {
			this.answers.asMap().replace(key, answer, answer.doubtful());
		}
		end(key, flight, Flight.End.KEPT);
	}

	void fail(EdgeKey key, Flight flight, StoredAnswer older) {
		this.answers.put(key, older);
		end(key, flight, Flight.End.FAILED);
	}

	void end(EdgeKey key, Flight flight, Flight.End how) {
		this.flights.remove(key, flight);
		flight.ends(how);
	}

	private static Counter counter(Served how, MeterRegistry metrics) {
		return Counter.builder("rayonka.gateway.edge.requests")
			.description("Requests for what may be kept")
			.tag("served", how.name().toLowerCase(Locale.ROOT))
			.register(metrics);
	}

}
