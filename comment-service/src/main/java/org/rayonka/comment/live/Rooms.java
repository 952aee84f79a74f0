package org.rayonka.comment.live;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.rayonka.comment.discussion.Discussion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * The rooms of all discussions that somebody watches. While there is one, all of them are
 * looked at together once a second, and only those where something happened are read.
 */
@Component
class Rooms {

	private static final Logger log = LoggerFactory.getLogger(Rooms.class);

	private static final Duration PERIOD = Duration.ofSeconds(1);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final int READ_AT_ONCE = 4;

	private final ConcurrentMap<UUID, Room> rooms = new ConcurrentHashMap<>();

	private final Changes changes;

	private final Telling telling;

	private final Clock clock;

	private final Flux<Batch> looking;

	Rooms(Changes changes, Telling telling, Clock clock) {
		this.changes = changes;
		this.telling = telling;
		this.clock = clock;
		this.looking = Flux.interval(PERIOD)
			.onBackpressureDrop()
			.concatMap((_) -> look(), 1)
			.<Batch>thenMany(Flux.empty())
			.publish()
			.refCount();
	}

	/**
	 * Everything that is told of a discussion from now on, the last batch before it
	 * first.
	 * @param place how far the discussion is
	 * @param total what is told of it now
	 * @return batches without end; a slow reader is spared those that a later one
	 * replaces
	 */
	Flux<Batch> watch(Place place, Total total) {
		return Flux.defer(() -> enter(place, total)).mergeWith(this.looking);
	}

	/** In and out stand together: whoever never came in does not leave. */
	private Flux<Batch> enter(Place place, Total total) {
		UUID article = place.article();
		return this.rooms.compute(article, (_, room) -> ((room != null) ? room : new Room(place, total)).joined())
			.batches()
			.doFinally((_) -> this.rooms.computeIfPresent(article, (_, room) -> room.left() ? room : null));
	}

	int size() {
		return this.rooms.size();
	}

	private Mono<Void> look() {
		List<Place> seen = this.rooms.values().stream().map(Room::seen).toList();
		return seen.isEmpty() ? Mono.empty()
				: this.changes.moved(seen)
					.flatMapIterable((moved) -> moved)
					.flatMap(this::read, READ_AT_ONCE)
					.then()
					.timeout(PATIENCE)
					.onErrorResume(Rooms::later);
	}

	private Mono<Void> read(Place place) {
		Room room = this.rooms.get(place.article());
		return (room == null) ? Mono.empty()
				: this.changes.since(place.article(), room.told())
					.zipWith(this.changes.discussion(place.article()),
							(changes, discussion) -> told(room, place, changes, discussion))
					.then()
					.onErrorResume(Rooms::later);
	}

	private Room told(Room room, Place place, List<Change> changes, Discussion discussion) {
		room.tell(place, this.telling.changes(changes), Total.of(discussion, this.clock.instant()),
				discussion.state().withdrawn());
		return room;
	}

	/** What is not told now is told by the next reading that succeeds. */
	private static Mono<Void> later(Throwable failure) {
		log.atWarn().addKeyValue("cause", failure.toString()).log("cannot look for comments, trying again");
		return Mono.empty();
	}

}
