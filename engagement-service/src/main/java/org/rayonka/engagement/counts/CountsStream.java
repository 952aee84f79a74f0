package org.rayonka.engagement.counts;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Numbers as they change: all that anybody watches is read once a second, and each
 * watcher is sent what changed of his own. Numbers are absolute, so whoever comes back is
 * told all of them anew and has missed nothing but the steps between.
 */
@Component
class CountsStream {

	private static final Duration PERIOD = Duration.ofSeconds(1);

	private static final int MAX_STREAMS = 6000;

	private static final int MAX_WATCHED = 20_000;

	private static final int PAGE = 500;

	private final Counts counts;

	private final JsonMapper json;

	private final Map<UUID, WatchedArticle> watched = new ConcurrentHashMap<>();

	private final AtomicInteger streams = new AtomicInteger();

	private final Flux<Boolean> readings;

	CountsStream(Counts counts, JsonMapper json, MeterRegistry meters) {
		this.counts = counts;
		this.json = json;
		this.readings = Flux.interval(PERIOD)
			.onBackpressureDrop()
			.concatMap((tick) -> read(this.watched.values()), 1)
			// thousands are told: not on the event loop that brought the numbers
			.publishOn(Schedulers.parallel(), 1)
			.publish(1)
			.refCount();
		var _ = meters.gauge("rayonka.engagement.streams.open", this.streams);
	}

	/**
	 * The numbers of these articles now, then each change of them, as server-sent events.
	 * While numbers cannot be read it tells nothing and stays open. Fails with
	 * {@link CountsProblem.TooManyStreams}, and when a watcher's connection takes no
	 * more: nothing is kept for those who do not read.
	 */
	Flux<byte[]> of(Set<UUID> articles) {
		return Flux.using(() -> enter(articles), this::watch, this::leave);
	}

	/** Whether another one would be refused. */
	boolean full() {
		return this.streams.get() >= MAX_STREAMS || this.watched.size() >= MAX_WATCHED;
	}

	private Watcher enter(Set<UUID> articles) {
		if (full()) {
			throw new CountsProblem.TooManyStreams();
		}
		this.streams.incrementAndGet();
		return new Watcher(articles.stream().map(this::entered).toList());
	}

	private WatchedArticle entered(UUID article) {
		return this.watched.compute(article,
				(id, known) -> ((known != null) ? known : new WatchedArticle(id)).entered());
	}

	private void leave(Watcher watcher) {
		this.streams.decrementAndGet();
		watcher.articles()
			.forEach((article) -> this.watched.computeIfPresent(article.id(), (id, known) -> known.left()));
	}

	private Flux<byte[]> watch(Watcher watcher) {
		return Flux.concat(read(watcher.unread()), this.readings.onBackpressureError())
			.map((read) -> watcher.news())
			.filter((news) -> news.length > 0);
	}

	private Mono<Boolean> read(Collection<WatchedArticle> articles) {
		return Flux.fromIterable(List.copyOf(articles))
			.buffer(PAGE)
			.concatMap(this::readPage, 1)
			.then(Mono.just(true))
			.onErrorReturn(false);
	}

	private Mono<Map<UUID, ArticleCounts>> readPage(List<WatchedArticle> page) {
		return this.counts.of(page.stream().map(WatchedArticle::id).toList())
			.doOnNext((numbers) -> page.forEach((article) -> article.read(numbers.get(article.id()), this.json)));
	}

}
