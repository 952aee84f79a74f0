package org.rayonka.comment.moderation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;

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
 * What operators see of the queue: looked up now and then, never by a scrape. NaN while
 * the database is away.
 */
@Component
class QueueMetrics {

	private static final Logger log = LoggerFactory.getLogger(QueueMetrics.class);

	private static final String SAMPLE = """
			select count(*) filter (where status = 'pending') as pending,
				count(*) filter (where status = 'published') as reported,
				count(*) filter (where status = 'withheld') as withheld,
				min(case status when 'published' then (
					select min(report.created_at) from report where comment_id = comment.id and upheld is null)
					else greatest(created_at, edited_at) end) as since
			from comment where %s and %s""".formatted(QueueKind.WAITING, QueueKind.ALL.condition());

	private final DatabaseClient database;

	private final Clock clock;

	private volatile Sample sample = Sample.UNKNOWN;

	QueueMetrics(DatabaseClient database, Clock clock, MeterRegistry meters) {
		this.database = database;
		this.clock = clock;
		length(QueueKind.PENDING, Sample::pending, meters);
		length(QueueKind.REPORTED, Sample::reported, meters);
		length(QueueKind.WITHHELD, Sample::withheld, meters);
		Gauge.builder("rayonka.comment.queue.age.seconds", this, (metrics) -> metrics.sample.age(metrics.clock))
			.baseUnit("seconds")
			.description("How long a comment or a report has been waiting for a moderator")
			.register(meters);
	}

	@Scheduled(fixedDelayString = "${rayonka.comments.sampling:15s}")
	Mono<Void> look() {
		return this.database.sql(SAMPLE).map(Sample::of).one().onErrorResume((failure) -> {
			log.atDebug().addKeyValue("cause", failure.toString()).log("Queue not looked at");
			return Mono.just(Sample.UNKNOWN);
		}).doOnNext((sample) -> this.sample = sample).then();
	}

	private void length(QueueKind kind, ToDoubleFunction<Sample> value, MeterRegistry meters) {
		Gauge.builder("rayonka.comment.queue.length", this, (metrics) -> value.applyAsDouble(metrics.sample))
			.tag("kind", kind.text())
			.description("Comments that wait for a moderator")
			.register(meters);
	}

	private record Sample(double pending, double reported, double withheld, @Nullable Instant since) {

		static final Sample UNKNOWN = new Sample(Double.NaN, Double.NaN, Double.NaN, null);

		static Sample of(Readable row) {
			return new Sample(row.get("pending", Long.class), row.get("reported", Long.class),
					row.get("withheld", Long.class), row.get("since", Instant.class));
		}

		double age(Clock clock) {
			if (this.since == null) {
				return Double.isNaN(this.pending) ? Double.NaN : 0;
			}
			return Math.max(0, Duration.between(this.since, clock.instant()).toMillis() / 1000.0);
		}

	}

}
