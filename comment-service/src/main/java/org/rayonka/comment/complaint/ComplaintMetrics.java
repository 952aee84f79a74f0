package org.rayonka.comment.complaint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What operators see of complaints: looked up now and then, never by a scrape. When the
 * next one is due goes on being told while the database is away.
 */
@Component
class ComplaintMetrics {

	private static final Logger log = LoggerFactory.getLogger(ComplaintMetrics.class);

	private static final String SAMPLE = """
			select count(*) as open, min(due_at) as due from complaint where decision is null""";

	private final DatabaseClient database;

	private final Clock clock;

	private volatile Sample sample = new Sample(Double.NaN, null);

	ComplaintMetrics(DatabaseClient database, Clock clock, MeterRegistry meters) {
		this.database = database;
		this.clock = clock;
		Gauge.builder("rayonka.comment.complaints.open", this, (metrics) -> metrics.sample.open)
			.description("Complaints that are not decided")
			.register(meters);
		Gauge.builder("rayonka.comment.complaint.due.seconds", this, (metrics) -> metrics.sample.left(metrics.clock))
			.baseUnit("seconds")
			.description("How long until the first of them is due, negative when it is over, NaN when there is none")
			.register(meters);
	}

	@Scheduled(fixedDelayString = "${rayonka.comments.sampling:15s}")
	Mono<Void> look() {
		return this.database.sql(SAMPLE)
			.map(Sample::of)
			.one()
			.doOnNext((sample) -> this.sample = sample)
			.then()
			.onErrorResume((failure) -> {
				log.atDebug().addKeyValue("cause", failure.toString()).log("Complaints not looked at");
				return Mono.empty();
			});
	}

	private record Sample(double open, @Nullable Instant due) {

		static Sample of(Readable row) {
			return new Sample(row.get("open", Long.class), row.get("due", Instant.class));
		}

		double left(Clock clock) {
			return (this.due == null) ? Double.NaN : Duration.between(clock.instant(), this.due).toMillis() / 1000.0;
		}

	}

}
