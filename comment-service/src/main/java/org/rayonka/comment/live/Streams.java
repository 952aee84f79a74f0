package org.rayonka.comment.live;

import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.rayonka.comment.CommentProblem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;

/**
 * All open streams: so many and no more, counted, and ended with the service, which would
 * wait for them for ever.
 */
@Component
class Streams {

	/** Each holds a connection and the little that its watcher remembers. */
	static final int MOST = 800;

	private final AtomicInteger open = new AtomicInteger();

	private final Sinks.Empty<Void> closing = Sinks.empty();

	private final MeterRegistry metrics;

	Streams(MeterRegistry metrics) {
		this.metrics = metrics;
		Gauge.builder("rayonka.comment.streams.open", this.open, AtomicInteger::get)
			.description("Streams of discussions that are open")
			.register(metrics);
	}

	/**
	 * Lets a stream begin.
	 * @param stream its events
	 * @return the same, or {@link CommentProblem.TooManyStreams}
	 */
	Flux<ServerSentEvent<String>> admit(Flux<ServerSentEvent<String>> stream) {
		return Flux.defer(() -> {
			if (this.open.incrementAndGet() > MOST) {
				this.open.decrementAndGet();
				return Flux.error(new CommentProblem.TooManyStreams());
			}
			return stream.doOnNext(this::count).doFinally((_) -> this.open.decrementAndGet());
		}).takeUntilOther(this.closing.asMono());
	}

	@EventListener(ContextClosedEvent.class)
	void close() {
		this.closing.tryEmitEmpty();
	}

	private void count(ServerSentEvent<String> event) {
		String name = event.event();
		if (name != null) {
			Counter.builder("rayonka.comment.events.sent")
				.description("Events sent to those who watch discussions")
				.tag("event", name)
				.register(this.metrics)
				.increment();
		}
	}

}
