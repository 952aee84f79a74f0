package org.rayonka.web.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A bounded memory of answers: one question at a time per key, no new question while the
 * answer is fresh, and the last known answer while the service is away or slow.
 *
 * @param <K> type of the key
 * @param <V> type of the answer
 */
public final class Memory<K, V> {

	private static final Duration KEPT = Duration.ofHours(6);

	/** So long a page waits for what it could say already, twice in a page at most. */
	private static final Duration PATIENCE = Duration.ofMillis(300);

	private final InstantSource clock;

	private final Duration fresh;

	private final Predicate<V> worthKeeping;

	private final Cache<K, Copy<V>> copies;

	private final Map<K, Mono<Recalled<V>>> underway = new ConcurrentHashMap<>();

	/**
	 * An empty memory.
	 * @param clock tells when an answer is fresh no more
	 * @param fresh for how long the service is not asked again
	 * @param capacity how much weight is kept in all
	 * @param weight of an answer, 1 or more
	 * @param worthKeeping whether an answer stays known while the service is away
	 */
	public Memory(InstantSource clock, Duration fresh, long capacity, ToIntFunction<V> weight,
			Predicate<V> worthKeeping) {
		this.clock = clock;
		this.fresh = fresh;
		this.worthKeeping = worthKeeping;
		this.copies = Caffeine.newBuilder()
			.maximumWeight(capacity)
			.expireAfterWrite(KEPT)
			.weigher((K key, Copy<V> copy) -> weight.applyAsInt(copy.value()))
			.build();
	}

	/**
	 * The answer: a fresh one, or the last known when asking fails or takes long. What
	 * takes long is waited for by nobody, and kept when it comes.
	 * @param key what is asked
	 * @param source asks the service
	 * @return the answer, never empty unless the source is; fails when asking fails and
	 * nothing is known
	 */
	public Mono<Recalled<V>> recall(K key, Mono<V> source) {
		return Mono.defer(() -> {
			Copy<V> copy = this.copies.getIfPresent(key);
			if (copy != null && copy.asked().plus(this.fresh).isAfter(this.clock.instant())) {
				return Mono.just(copy.recalled());
			}
			Mono<Recalled<V>> answer = this.underway.computeIfAbsent(key, (asked) -> ask(asked, source));
			return (copy != null) ? answer.timeout(PATIENCE, lastKnown(key, new TimeoutException())) : answer;
		});
	}

	/**
	 * What is known without asking.
	 * @param key what would be asked
	 * @return the last answer, null when there is none
	 */
	public @Nullable V known(K key) {
		Copy<V> copy = this.copies.getIfPresent(key);
		return (copy != null) ? copy.value() : null;
	}

	private Mono<Recalled<V>> ask(K key, Mono<V> source) {
		return source.map((value) -> keep(key, value))
			.onErrorResume((failure) -> lastKnown(key, failure))
			.doFinally((signal) -> this.underway.remove(key))
			.cache();
	}

	private Recalled<V> keep(K key, V value) {
		if (this.worthKeeping.test(value)) {
			this.copies.put(key, new Copy<>(value, this.clock.instant(), true));
		}
		else {
			this.copies.invalidate(key);
		}
		return new Recalled<>(value, true);
	}

	private Mono<Recalled<V>> lastKnown(K key, Throwable failure) {
		return Mono.defer(() -> {
			Copy<V> stale = this.copies.asMap()
				.computeIfPresent(key, (_, copy) -> new Copy<>(copy.value(), this.clock.instant(), false));
			return (stale != null) ? Mono.just(stale.recalled()) : Mono.error(failure);
		});
	}

	private record Copy<V>(V value, Instant asked, boolean fresh) {

		Recalled<V> recalled() {
			return new Recalled<>(this.value, this.fresh);
		}

	}

}
