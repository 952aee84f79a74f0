package org.rayonka.article.importing;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.rayonka.article.writing.Takeover.Kept;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * What was taken over before.
 */
@Repository
class Ledger {

	private final DatabaseClient database;

	Ledger(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * A post that was taken over.
	 *
	 * @param source what makes it the same
	 * @param kept what was written last
	 * @param fingerprint of what the file said
	 * @param complete whether all of its pictures are here
	 */
	record Line(String source, Kept kept, String fingerprint, boolean complete) {

		static Line of(Readable row) {
			Kept kept = new Kept(row.get("article_id", UUID.class),
					Objects.requireNonNull(row.get("revision", Long.class)));
			return new Line(row.get("source", String.class), kept, row.get("fingerprint", String.class),
					Boolean.TRUE.equals(row.get("complete", Boolean.class)));
		}

	}

	/**
	 * The posts among these that were taken over.
	 * @param edition its slug
	 * @param sources some dozens
	 * @return by their source
	 */
	Mono<Map<String, Line>> find(String edition, Collection<String> sources) {
		return this.database.sql("""
				select source, article_id, revision, fingerprint, complete from imported_post
				where edition = :edition and source = any(:sources)
				""")
			.bind("edition", edition)
			.bind("sources", sources.toArray(String[]::new))
			.map(Line::of)
			.all()
			.collectMap(Line::source);
	}

	/**
	 * Writes a line, within the caller's transaction. Another line for a new post,
	 * written at the same time, makes it fail.
	 * @param edition its slug
	 * @param line what is to stand there
	 */
	Mono<Void> add(String edition, Line line) {
		return bind("""
				insert into imported_post (edition, source, article_id, fingerprint, revision, complete)
				values (:edition, :source, :article, :fingerprint, :revision, :complete)
				""", edition, line).bind("article", line.kept().id()).then();
	}

	/**
	 * Replaces a line, within the caller's transaction.
	 * @param edition its slug
	 * @param line what is to stand there
	 */
	Mono<Void> replace(String edition, Line line) {
		return bind("""
				update imported_post set fingerprint = :fingerprint, revision = :revision, complete = :complete
				where edition = :edition and source = :source
				""", edition, line).then();
	}

	private DatabaseClient.GenericExecuteSpec bind(String sql, String edition, Line line) {
		return this.database.sql(sql)
			.bind("edition", edition)
			.bind("source", line.source())
			.bind("fingerprint", line.fingerprint())
			.bind("revision", line.kept().revision())
			.bind("complete", line.complete());
	}

}
