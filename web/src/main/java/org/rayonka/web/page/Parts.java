package org.rayonka.web.page;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;
import org.rayonka.web.memory.Recalled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Fetches the parts of a page that it can do without, each within a deadline.
 */
@Component
public class Parts {

	private static final Logger log = LoggerFactory.getLogger(Parts.class);

	private static final Duration DEADLINE = Duration.ofMillis(700);

	private final MeterRegistry metrics;

	private final Set<String> away = ConcurrentHashMap.newKeySet();

	Parts(MeterRegistry metrics) {
		this.metrics = metrics;
	}

	/**
	 * A part of which nothing is remembered.
	 * @param name for logs and metrics
	 * @param source asks the service
	 * @param <T> type of the value
	 * @return one part, never an error
	 */
	public <T> Mono<Part<T>> of(String name, Mono<T> source) {
		return recalled(name, source.map((value) -> new Recalled<>(value, true)));
	}

	/**
	 * A part whose last known value will do.
	 * @param name for logs and metrics
	 * @param source asks the service
	 * @param <T> type of the value
	 * @return one part, never an error
	 */
	public <T> Mono<Part<T>> recalled(String name, Mono<Recalled<T>> source) {
		return source.timeout(DEADLINE)
			.map((recalled) -> told(name, recalled))
			.onErrorResume((failure) -> Mono
				.fromSupplier(() -> missed(name, NestedExceptionUtils.getMostSpecificCause(failure).toString())))
			.switchIfEmpty(Mono.fromSupplier(() -> missed(name, "empty answer")));
	}

	private <T> Part<T> told(String name, Recalled<T> recalled) {
		if (!recalled.fresh()) {
			count(name);
		}
		else if (this.away.remove(name)) {
			log.atInfo().addKeyValue("part", name).log("part of pages is back");
		}
		return new Part<>(recalled.value(), recalled.fresh());
	}

	private <T> Part<T> missed(String name, String cause) {
		count(name);
		if (this.away.add(name)) {
			log.atWarn().addKeyValue("part", name).addKeyValue("cause", cause).log("pages are served without a part");
		}
		return Part.away();
	}

	private void count(String name) {
		this.metrics.counter("rayonka.web.part.missed", "part", name).increment();
	}

}
