package org.rayonka.comment.live;

import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Where all watchers of one discussion are told of it. It holds the last batch alone: who
 * was too slow for the one before finds that out by where this one begins.
 */
final class Room {

	private final Sinks.Many<Batch> batches;

	private volatile Place seen;

	/** Up to here everything was told. */
	private volatile long told;

	private int watchers;

	Room(Place place, Total total) {
		this.seen = place;
		this.told = place.revision();
		this.batches = Sinks.many()
			.replay()
			.latestOrDefault(new Batch(place.revision(), place.revision(), List.of(), total, false));
	}

	/** The last batch and those to come; one that is slow gets the latest. */
	Flux<Batch> batches() {
		return this.batches.asFlux().onBackpressureLatest();
	}

	Place seen() {
		return this.seen;
	}

	long told() {
		return this.told;
	}

	/**
	 * Tells what is new. To be called by one at a time.
	 * @param place how far the discussion was when the changes were read
	 */
	void tell(Place place, List<Told> changes, Total total, boolean withdrawn) {
		boolean all = changes.size() < Changes.PART;
		long last = changes.isEmpty() ? this.told : changes.getLast().revision();
		long to = all ? Math.max(last, place.revision()) : last;
		this.batches.tryEmitNext(new Batch(this.told, to, changes, total, withdrawn)).orThrow();
		this.told = to;
		if (all) {
			this.seen = place;
		}
	}

	/** Takes a watcher in; whoever calls sees to it that nobody leaves meanwhile. */
	Room joined() {
		this.watchers++;
		return this;
	}

	/** Lets a watcher out, and says whether one is left. */
	boolean left() {
		this.watchers--;
		return this.watchers > 0;
	}

}
