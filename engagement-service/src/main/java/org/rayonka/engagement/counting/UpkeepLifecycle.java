package org.rayonka.engagement.counting;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Once a second, for each partition that this process counts: {@link Upkeep}.
 */
@Component
class UpkeepLifecycle implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(UpkeepLifecycle.class);

	private static final Duration PERIOD = Duration.ofSeconds(1);

	private final OwnedPartitions owned;

	private final Upkeep upkeep;

	private Disposable work = Disposables.disposed();

	UpkeepLifecycle(OwnedPartitions owned, Upkeep upkeep) {
		this.owned = owned;
		this.upkeep = upkeep;
	}

	@Override
	public void start() {
		this.work = Flux.interval(PERIOD)
			.onBackpressureDrop()
			.concatMap((tick) -> Flux.fromIterable(this.owned.all()).flatMap(this::keepUp, 2), 1)
			.subscribe();
	}

	private Mono<Void> keepUp(int partition) {
		return this.upkeep.keepUp(partition).onErrorResume((failure) -> {
			log.atWarn()
				.addKeyValue("partition", partition)
				.addKeyValue("cause", failure.toString())
				.log("snapshot put off");
			return Mono.empty();
		});
	}

	@Override
	public void stop() {
		this.work.dispose();
	}

	@Override
	public boolean isRunning() {
		return !this.work.isDisposed();
	}

}
