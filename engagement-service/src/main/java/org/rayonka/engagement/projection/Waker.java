package org.rayonka.engagement.projection;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Lets a change be projected at once instead of within a second. A call may be lost: the
 * change waits in PostgreSQL.
 */
@Component
public class Waker {

	private final Sinks.Many<Boolean> calls = Sinks.many().multicast().directBestEffort();

	/** Says that something has been committed that the scoreboard does not know. */
	public void wake() {
		this.calls.tryEmitNext(true);
	}

	Flux<Boolean> calls() {
		return this.calls.asFlux();
	}

}
