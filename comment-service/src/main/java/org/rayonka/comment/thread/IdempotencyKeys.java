package org.rayonka.comment.thread;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.r2dbc.spi.Readable;
import org.rayonka.comment.CommentProblem;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Remembers for a day what became of a posting, in the transaction that keeps it, so that
 * a request repeated with the same {@code Idempotency-Key} posts nothing twice
 * (draft-ietf-httpapi-idempotency-key-header).
 */
@Component
class IdempotencyKeys {

	private static final Duration LIFE = Duration.ofDays(1);

	private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{1,255}");

	private static final String LOCK = """
			select pg_try_advisory_xact_lock(hashtextextended(:author || ' ' || :key, 0)) as free""";

	private static final String SELECT = """
			select fingerprint, comment_id, idempotency.status, findings
			from idempotency join comment on comment.id = comment_id
			where idempotency.author = :author and key = :key""";

	private static final String INSERT = """
			insert into idempotency (author, key, fingerprint, comment_id, status, created_at)
			values (:author, :key, :fingerprint, :comment, :status, :at)""";

	private final DatabaseClient database;

	private final Clock clock;

	IdempotencyKeys(DatabaseClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/**
	 * Posts once. To be called within the posting's transaction.
	 * @param author who posts
	 * @param key the key that the author has chosen
	 * @param fingerprint of the posting's content
	 * @param posting what to do the first time
	 * @return the receipt, the first one when the posting comes again
	 */
	Mono<Posting.Receipt> once(Author author, String key, String fingerprint, Mono<Posting.Receipt> posting) {
		return lock(author, key).then(Mono.defer(() -> known(author, key, fingerprint)))
			.switchIfEmpty(posting.flatMap((receipt) -> remember(author, key, fingerprint, receipt)));
	}

	private Mono<Void> lock(Author author, String key) {
		return this.database.sql(LOCK)
			.bind("author", author.id())
			.bind("key", key)
			.mapValue(Boolean.class)
			.one()
			.filter(Boolean::booleanValue)
			.switchIfEmpty(Mono.error(CommentProblem.InFlight::new))
			.then();
	}

	/** What became of an earlier posting; empty when the key is new. */
	Mono<Posting.Receipt> known(Author author, String key, String fingerprint) {
		if (!FORM.matcher(key).matches()) {
			return Mono.error(() -> new CommentProblem.InvalidValue("Idempotency-Key",
					"must be 1 to 255 visible ASCII characters"));
		}
		return this.database.sql(SELECT)
			.bind("author", author.id())
			.bind("key", key)
			.map(Entry::of)
			.one()
			.map((entry) -> entry.receiptFor(fingerprint));
	}

	private Mono<Posting.Receipt> remember(Author author, String key, String fingerprint, Posting.Receipt receipt) {
		return this.database.sql(INSERT)
			.bind("author", author.id())
			.bind("key", key)
			.bind("fingerprint", fingerprint)
			.bind("comment", receipt.id())
			.bind("status", receipt.status())
			.bind("at", this.clock.instant())
			.then()
			.thenReturn(receipt);
	}

	@Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
	Mono<Void> forget() {
		return this.database.sql("delete from idempotency where created_at < :before")
			.bind("before", this.clock.instant().minus(LIFE))
			.then();
	}

	private record Entry(String fingerprint, Posting.Receipt receipt) {

		static Entry of(Readable row) {
			List<Finding> findings = Stream.of(row.get("findings", String[].class)).map(Finding::of).toList();
			return new Entry(row.get("fingerprint", String.class), Posting.Receipt.of(row.get("comment_id", UUID.class),
					Status.of(row.get("status", String.class)), findings));
		}

		Posting.Receipt receiptFor(String other) {
			if (!this.fingerprint.equals(other)) {
				throw new CommentProblem.KeyReused();
			}
			return this.receipt;
		}

	}

}
