package org.rayonka.comment.live;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.http.codec.ServerSentEvent;

/**
 * One who watches a discussion: remembers what it was sent, and reads by itself what it
 * missed. Not for several threads at once.
 */
final class Watcher {

	private static final Retry UNTIL_IT_IS_BACK = Retry.backoff(Long.MAX_VALUE, Duration.ofSeconds(1))
		.maxBackoff(Duration.ofSeconds(10));

	private final UUID article;

	private final Changes changes;

	private final Telling telling;

	private long sent;

	private Total total;

	/** The revision of the total: a room may still be behind it. */
	private long totalAt;

	/**
	 * Takes up its place.
	 * @param now how far the discussion is
	 * @param total what it knows of it
	 * @param sent the revision up to which it knows every comment
	 */
	Watcher(Place now, Total total, long sent, Changes changes, Telling telling) {
		this.article = now.article();
		this.totalAt = now.revision();
		this.sent = sent;
		this.total = total;
		this.changes = changes;
		this.telling = telling;
	}

	/** What it is to be sent when a batch comes in. */
	Flux<ServerSentEvent<String>> events(Batch batch) {
		return Flux.concat(missed(batch), Flux.fromIterable(batch.changes()))
			.<ServerSentEvent<String>>handle((told, sink) -> {
				if (told.revision() > this.sent) {
					this.sent = told.revision();
					sink.next(told.event());
				}
			})
			.concatWith(Flux.defer(() -> Flux.fromIterable(afterwards(batch))));
	}

	/** What stands between what it was sent and the batch, a part at a time. */
	private Flux<Told> missed(Batch batch) {
		return (batch.from() <= this.sent) ? Flux.empty()
				: part(this.sent)
					.expand((part) -> isLast(part, batch) ? Mono.empty() : part(part.getLast().revision()), 1)
					.concatMapIterable(this.telling::changes, 1);
	}

	private static boolean isLast(List<Change> part, Batch batch) {
		return part.size() < Changes.PART || part.getLast().revision() >= batch.from();
	}

	private Mono<List<Change>> part(long since) {
		return this.changes.since(this.article, since).retryWhen(UNTIL_IT_IS_BACK);
	}

	private List<ServerSentEvent<String>> afterwards(Batch batch) {
		this.sent = Math.max(this.sent, batch.to());
		if (batch.withdrawn()) {
			return List.of(this.telling.withdrawn(this.sent, this.article));
		}
		if (batch.to() < this.totalAt || this.total.equals(batch.total())) {
			return List.of();
		}
		this.totalAt = batch.to();
		this.total = batch.total();
		return List.of(this.telling.total(this.sent, this.total));
	}

	/**
	 * Where a stream goes on.
	 * @param lastEventId what the client was sent last, or null
	 * @param now the discussion's revision
	 * @return the client's place when it can be one, otherwise where the discussion is
	 * now
	 */
	static long start(@Nullable String lastEventId, long now) {
		if (lastEventId == null || !lastEventId.matches("\\d{1,18}")) {
			return now;
		}
		return Math.min(Long.parseLong(lastEventId), now);
	}

}
