package org.rayonka.comment.live;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.comment.CommentProblem;
import org.rayonka.comment.discussion.Discussion;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;

/**
 * A discussion as it goes on. Events carry the whole comment and the absolute number, so
 * that a slow reader misses nothing but the steps between.
 */
@Component
class LiveDiscussions {

	private static final Duration HEARTBEAT = Duration.ofSeconds(15);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final Changes changes;

	private final Rooms rooms;

	private final Telling telling;

	private final Clock clock;

	LiveDiscussions(Changes changes, Rooms rooms, Telling telling, Clock clock) {
		this.changes = changes;
		this.rooms = rooms;
		this.telling = telling;
		this.clock = clock;
	}

	/**
	 * What happens in a discussion.
	 * @param article the article discussed
	 * @param lastEventId of the last event that the client has seen, or null
	 * @return events until the article is withdrawn; fails when there is nothing to watch
	 */
	Flux<ServerSentEvent<String>> of(UUID article, @Nullable String lastEventId) {
		return this.changes.place(article)
			.switchIfEmpty(Mono.error(() -> new CommentProblem.UnknownArticle(article)))
			.zipWhen((place) -> this.changes.discussion(article).map(Discussion::readable))
			.timeout(PATIENCE)
			.flatMapMany((found) -> from(found.getT1(), Total.of(found.getT2(), this.clock.instant()), lastEventId));
	}

	private Flux<ServerSentEvent<String>> from(Place place, Total total, @Nullable String lastEventId) {
		long start = Watcher.start(lastEventId, place.revision());
		Watcher watcher = new Watcher(place, total, start, this.changes, this.telling);
		return this.rooms.watch(place, total)
			.concatMap(watcher::events, 1)
			.startWith(this.telling.open(start, total))
			.mergeWith(heartbeat())
			.takeUntil((event) -> Telling.WITHDRAWN.equals(event.event()));
	}

	private static Flux<ServerSentEvent<String>> heartbeat() {
		return Flux.interval(HEARTBEAT)
			.onBackpressureDrop()
			.map((_) -> ServerSentEvent.<String>builder().comment("here").build());
	}

}
