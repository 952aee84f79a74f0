package org.rayonka.article.changes;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import org.rayonka.article.ArticleProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The log as it grows. One query in each process sees that there is something new, and
 * only while somebody listens; each listener then reads the log from where it stands, at
 * its own pace, and holds one part of it at most.
 */
@Service
class ChangeStream {

	private static final Logger log = LoggerFactory.getLogger(ChangeStream.class);

	private final ChangeLog changes;

	private final Flux<Position> ends;

	private final int maxClients;

	private final AtomicInteger clients;

	private final Sinks.Empty<Void> closing = Sinks.empty();

	ChangeStream(ChangeLog changes, ChangeStreamProperties properties, MeterRegistry meters) {
		this.changes = changes;
		this.maxClients = properties.maxClients();
		this.clients = meters.gauge("rayonka.article.change.streams", new AtomicInteger());
		this.ends = Flux.interval(properties.poll())
			.onBackpressureDrop()
			.concatMap((tick) -> end(), 1)
			.distinctUntilChanged()
			.replay(1)
			.refCount(1);
	}

	private Mono<Position> end() {
		return this.changes.end().onErrorResume((failure) -> {
			log.atWarn().addKeyValue("cause", failure.toString()).log("cannot look for changes, trying again");
			return Mono.empty();
		});
	}

	/**
	 * All entries from somewhere on, without end.
	 * @param start where the listener stands
	 * @param filter whose changes are wanted
	 * @param part how many are read at once
	 * @return entries in their order; fails when this process has too many listeners, or
	 * when the log cannot be read, so that the listener comes back with its last cursor
	 */
	Flux<LoggedChange> from(Position start, ChangeFilter filter, int part) {
		return Flux.defer(() -> {
			AtomicLong place = new AtomicLong(start.value());
			return this.ends.onBackpressureLatest()
				.concatMap((end) -> upToNow(() -> part(place, filter, part), part), 1);
		}).takeUntilOther(this.closing.asMono()).transform(this::counted);
	}

	/** A service that ends would wait for its streams, and they have no end. */
	@EventListener(ContextClosedEvent.class)
	void close() {
		this.closing.tryEmitEmpty();
	}

	private static Flux<LoggedChange> upToNow(Supplier<Mono<List<LoggedChange>>> next, int part) {
		return next.get()
			.expand((read) -> (read.size() < part) ? Mono.empty() : next.get(), 1)
			.concatMapIterable((read) -> read, 1);
	}

	private Mono<List<LoggedChange>> part(AtomicLong place, ChangeFilter filter, int part) {
		return Mono.defer(() -> this.changes.after(new Position(place.get()), filter, part)).doOnNext((read) -> {
			if (!read.isEmpty()) {
				place.set(read.getLast().position().value());
			}
		});
	}

	private Flux<LoggedChange> counted(Flux<LoggedChange> stream) {
		return Flux.defer(() -> {
			if (this.clients.incrementAndGet() > this.maxClients) {
				this.clients.decrementAndGet();
				return Flux.error(new ArticleProblem.TooManyStreams());
			}
			return stream.doFinally((signal) -> this.clients.decrementAndGet());
		});
	}

}
