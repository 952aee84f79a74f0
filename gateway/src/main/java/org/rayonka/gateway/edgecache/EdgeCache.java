package org.rayonka.gateway.edgecache;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The answers that are kept, within a bound of memory, and the flights that fetch new
 * ones.
 */
@Component
class EdgeCache {

	/** The answer's header in which its service allows to keep it. */
	static final String DIRECTIVES = "CDN-Cache-Control";

	private final EdgeCacheProperties properties;

	private final Cache<EdgeKey, StoredAnswer> answers;

	private final ConcurrentMap<EdgeKey, Flight> flights = new ConcurrentHashMap<>();

	private final Map<Served, Counter> served;

	EdgeCache(EdgeCacheProperties properties, MeterRegistry metrics) {
		this.properties = properties;
		this.answers = Caffeine.newBuilder()
			.maximumWeight(properties.memory().toBytes())
			.weigher((EdgeKey key, StoredAnswer answer) -> answer.weight() + 2 * key.uri().length())
			.build();
		Gauge.builder("rayonka.gateway.edge.answers", this.answers, Cache::estimatedSize)
			.description("Answers kept")
			.register(metrics);
		this.served = Stream.of(Served.values())
			.collect(Collectors.toMap(Function.identity(), (how) -> counter(how, metrics)));
	}

	List<String> paths() {
		return this.properties.paths();
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

	/** A flight that the caller leads; null when somebody leads one already. */
	@Nullable Flight lead(EdgeKey key) {
		Flight flight = new Flight();
		return (this.flights.putIfAbsent(key, flight) == null) ? flight : null;
	}

	@Nullable Flight underway(EdgeKey key) {
		return this.flights.get(key);
	}

	void land(EdgeKey key, Flight flight, StoredAnswer answer) {
		this.answers.put(key, answer);
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
