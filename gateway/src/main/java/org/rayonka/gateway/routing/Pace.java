package org.rayonka.gateway.routing;

import java.time.Duration;

/**
 * How long a service may take until its answer begins.
 */
enum Pace {

	/** What a reader waits for. */
	ORDINARY(Duration.ofSeconds(5)),

	/** A view: its sender does not wait long. */
	BEACON(Duration.ofSeconds(2)),

	/** A picture or video from the newsroom's slow line. */
	UPLOAD(Duration.ofMinutes(3)),

	/** Server-sent events: the first may come late, only silence ends them. */
	STREAM(Duration.ofMillis(-1));

	/** Key in a route's metadata. */
	static final String METADATA = "pace";

	private final Duration limit;

	Pace(Duration limit) {
		this.limit = limit;
	}

	long limitMillis() {
		return this.limit.toMillis();
	}

}
