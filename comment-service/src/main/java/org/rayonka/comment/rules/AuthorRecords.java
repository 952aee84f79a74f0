package org.rayonka.comment.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

import io.r2dbc.spi.Readable;
import org.rayonka.comment.thread.Draft;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.ConcurrentReferenceHashMap;
import org.springframework.util.ConcurrentReferenceHashMap.ReferenceType;

/**
 * Reads in one query what is known of an author. The rules that judge the same draft
 * share it.
 */
@Repository
class AuthorRecords {

	/** Each part ends after as many entries of an index as are of use. */
	private static final String SELECT = """
			select
				(select count(*) from (
					select from comment where author = :author and status = 'published' limit :enough) said) as published,
				array(select status = 'rejected' from comment
					where author = :author and status in ('published', 'rejected')
					order by created_at desc, id limit :latest) as rejected,
				(select created_at from comment where author = :author and created_at > :minute
					order by created_at desc, id offset :minuteLeft limit 1) as minute_full,
				(select created_at from comment where author = :author and created_at > :hour
					order by created_at desc, id offset :hourLeft limit 1) as hour_full""";

	/** Forgotten when memory is short or the draft is: it is read again then. */
	private final ConcurrentMap<Draft, Mono<AuthorRecord>> shared = new ConcurrentReferenceHashMap<>(16,
			ReferenceType.WEAK);

	private final DatabaseClient database;

	private final RuleProperties properties;

	AuthorRecords(DatabaseClient database, RuleProperties properties) {
		this.database = database;
		this.properties = properties;
	}

	/** What the author of a draft has said before, never empty. */
	Mono<AuthorRecord> of(Draft draft) {
		return this.shared.computeIfAbsent(draft, (key) -> read(key).cache());
	}

	private Mono<AuthorRecord> read(Draft draft) {
		int trusted = this.properties.trust().comments();
		return this.database.sql(SELECT)
			.bind("author", draft.author().id())
			.bind("enough", Math.max(trusted, draft.discussion().rules().newcomerComments()))
			.bind("latest", Math.max(trusted, this.properties.rejections().latest()))
			.bind("minute", draft.at().minus(Duration.ofMinutes(1)))
			.bind("minuteLeft", before(this.properties.rate().perMinute()))
			.bind("hour", draft.at().minus(Duration.ofHours(1)))
			.bind("hourLeft", before(this.properties.rate().perHour()))
			.map(AuthorRecords::record)
			.one();
	}

	private static int before(int quota) {
		return (quota > 0) ? quota - 1 : Integer.MAX_VALUE;
	}

	private static AuthorRecord record(Readable row) {
		return new AuthorRecord(row.get("published", Long.class).intValue(),
				Stream.of(row.get("rejected", Boolean[].class)).toList(), row.get("minute_full", Instant.class),
				row.get("hour_full", Instant.class));
	}

}
