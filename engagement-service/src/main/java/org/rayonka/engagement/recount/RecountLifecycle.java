package org.rayonka.engagement.recount;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * Lets one recount at a time go on in the background, and ends it with the process.
 */
@Component
class RecountLifecycle implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(RecountLifecycle.class);

	private final Recount recount;

	private final Clock clock;

	private final AtomicReference<@Nullable Findings> latest = new AtomicReference<>();

	private volatile Disposable work = Disposables.disposed();

	private volatile boolean running;

	RecountLifecycle(Recount recount, Clock clock, MeterRegistry meters) {
		this.recount = recount;
		this.clock = clock;
		gauge(meters, "done", Report::done);
		gauge(meters, "of", Report::of);
		gauge(meters, "differences", Report::differences);
	}

	/**
	 * Begins.
	 * @return false when another goes on
	 */
	boolean begin(Mode mode) {
		Findings findings = new Findings(mode, this.clock.instant());
		Findings before = this.latest.get();
		if ((before != null && before.running()) || !this.latest.compareAndSet(before, findings)) {
			return false;
		}
		log.atInfo().addKeyValue("mode", mode).log("recount begins");
		this.work = this.recount.run(mode, findings).subscribe((nothing) -> {
		}, (failure) -> end(findings, failure), () -> end(findings, null));
		return true;
	}

	/** The one that goes on or was the last, empty when there was none. */
	Optional<Report> report() {
		return Optional.ofNullable(this.latest.get()).map(Findings::report);
	}

	private static void end(Findings findings, @Nullable Throwable failure) {
		findings.end(failure);
		Report report = findings.report();
		log.atLevel((failure != null) ? Level.WARN : Level.INFO)
			.addKeyValue("mode", report.mode())
			.addKeyValue("records", report.done())
			.addKeyValue("differences", report.differences())
			.addKeyValue("failure", report.failure())
			.setCause(failure)
			.log("recount ended");
	}

	private void gauge(MeterRegistry meters, String name, ToDoubleFunction<Report> value) {
		Gauge
			.builder("rayonka.engagement.recount." + name, this,
					(lifecycle) -> lifecycle.report().map(value::applyAsDouble).orElse(0.0))
			.register(meters);
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.work.dispose();
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
