package org.rayonka.engagement.counts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Numbers as they change: all that anybody watches is read once a second, and each
 * watcher is sent what changed of his own. Numbers are absolute, so a slow watcher misses
 * nothing but the steps between.
 */
@Component
class CountsStream {

	private static final Duration PERIOD = Duration.ofSeconds(1);

	private static final Duration HEARTBEAT = Duration.ofSeconds(15);

	private static final int MAX_STREAMS = 2500;

	private static final int MAX_WATCHED = 20_000;

	private static final int PAGE = 500;

	private final Counts counts;

	private final Map<UUID, Integer> watched = new ConcurrentHashMap<>();

	private final AtomicInteger streams = new AtomicInteger();

	private final Flux<Map<UUID, ArticleCounts>> readings;

	CountsStream(Counts counts) {
		this.counts = counts;
		this.readings = Flux.interval(PERIOD).onBackpressureDrop().concatMap((tick) -> read(), 1).publish(1).refCount();
	}

	/** The numbers of these articles now, then each change of them. */
	Flux<ServerSentEvent<Object>> of(Set<UUID> articles) {
		return Flux.defer(() -> {
			if (this.streams.get() >= MAX_STREAMS || this.watched.size() + articles.size() > MAX_WATCHED) {
				return Flux.error(new CountsProblem.TooManyStreams());
			}
			this.streams.incrementAndGet();
			articles.forEach((article) -> this.watched.merge(article, 1, Integer::sum));
			return watch(articles).doFinally((signal) -> leave(articles));
		});
	}

	private Flux<ServerSentEvent<Object>> watch(Set<UUID> articles) {
		Flux<ServerSentEvent<Object>> numbers = Flux
			.concat(this.counts.of(articles), this.readings.onBackpressureLatest())
			.concatMapIterable(new Watcher(articles)::changed, 1);
		return numbers.mergeWith(Flux.interval(HEARTBEAT)
			.onBackpressureDrop()
			.map((tick) -> ServerSentEvent.builder().comment("").build()));
	}

	private void leave(Set<UUID> articles) {
		this.streams.decrementAndGet();
		articles.forEach((article) -> this.watched.computeIfPresent(article, (key, n) -> (n > 1) ? n - 1 : null));
	}

	private Mono<Map<UUID, ArticleCounts>> read() {
		return Flux.fromIterable(List.copyOf(this.watched.keySet()))
			.buffer(PAGE)
			.concatMap(this.counts::of, 1)
			.collect(HashMap<UUID, ArticleCounts>::new, Map::putAll)
			.map((all) -> (Map<UUID, ArticleCounts>) all)
			.onErrorComplete();
	}

	/**
	 * Remembers what one watcher has been sent.
	 */
	private static final class Watcher {

		private final Map<UUID, Change> sent = new HashMap<>();

		Watcher(Set<UUID> articles) {
			articles.forEach((article) -> this.sent.put(article, Change.NONE));
		}

		List<ServerSentEvent<Object>> changed(Map<UUID, ArticleCounts> now) {
			List<ServerSentEvent<Object>> events = new ArrayList<>();
			this.sent.replaceAll((article, before) -> {
				ArticleCounts counts = now.get(article);
				Change change = (counts != null) ? Change.of(article, counts) : before;
				if (!change.equals(before)) {
					events.add(ServerSentEvent.builder().event("counts").data(change).build());
				}
				return change;
			});
			return events;
		}

	}

	/**
	 * What a watcher is sent.
	 *
	 * @param article its id
	 * @param views counted views
	 * @param likes standing likes
	 * @param comments comments that everybody may read
	 */
	record Change(UUID article, @Nullable Long views, @Nullable Long likes, @Nullable Long comments) {

		static final Change NONE = new Change(new UUID(0, 0), null, null, null);

		static Change of(UUID article, ArticleCounts counts) {
			return new Change(article, counts.views(), counts.likes(), counts.comments());
		}

	}

}
