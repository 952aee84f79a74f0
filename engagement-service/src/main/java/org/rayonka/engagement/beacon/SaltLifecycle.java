package org.rayonka.engagement.beacon;

import java.time.Duration;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/**
 * Tends the salts from time to time.
 */
@Component
class SaltLifecycle implements SmartLifecycle {

	private static final Duration PERIOD = Duration.ofMinutes(5);

	private final Salts salts;

	private Disposable work = Disposables.disposed();

	SaltLifecycle(Salts salts) {
		this.salts = salts;
	}

	@Override
	public void start() {
		this.work = Flux.interval(Duration.ofSeconds(1), PERIOD)
			.onBackpressureDrop()
			.concatMap((tick) -> this.salts.tend().onErrorComplete(), 1)
			.subscribe();
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
