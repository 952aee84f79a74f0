package org.rayonka.engagement.counting;

import java.time.Clock;
import java.util.Map;

import org.rayonka.engagement.scoreboard.Ledger;
import org.rayonka.engagement.scoreboard.Window;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets hours leave their windows as time goes by.
 */
@Component
class Rolling {

	private final Ledger ledger;

	private final Clock clock;

	Rolling(Ledger ledger, Clock clock) {
		this.ledger = ledger;
		this.clock = clock;
	}

	/** Brings the windows of a partition from the bounds they have to those of now. */
	Mono<Void> roll(int partition, Map<Window, Long> lows) {
		return Flux.fromIterable(Window.ROLLING)
			.concatMap((window) -> roll(partition, window, lows.getOrDefault(window, Long.MAX_VALUE)))
			.then();
	}

	private Mono<Void> roll(int partition, Window window, long low) {
		long hours = Math.max(0, window.low(this.clock.instant()) - low);
		return Flux.range(0, (int) hours).concatMap((hour) -> this.ledger.roll(partition, window, low + hour)).then();
	}

}
