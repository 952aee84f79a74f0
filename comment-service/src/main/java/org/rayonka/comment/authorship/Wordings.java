package org.rayonka.comment.authorship;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.rayonka.comment.thread.Comment;
import org.rayonka.comment.thread.Finding;
import org.rayonka.comment.thread.Remains;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * What comments said before. Whoever adds to it has locked the discussion.
 */
@Repository
class Wordings implements Remains {

	/** As many are shown; within the time for edits hardly anybody makes more. */
	private static final int MOST = 200;

	private static final String KEEP = """
			insert into wording (comment_id, number, name, text, until)
			select :comment, count(*) + 1, :name, :text, :until from wording where comment_id = :comment""";

	private static final String SELECT = """
			select number, name, text, until from wording where comment_id = :comment
			order by number desc limit :limit""";

	private final DatabaseClient database;

	Wordings(DatabaseClient database) {
		this.database = database;
	}

	/** Keeps what a comment has said until now. */
	Mono<Void> keep(Comment comment, Instant until) {
		return this.database.sql(KEEP)
			.bind("comment", comment.id())
			.bind("name", comment.wording().name())
			.bind("text", comment.wording().text())
			.bind("until", until)
			.then();
	}

	/** Keeps what the rules found in the new words; nothing new leaves what was found. */
	Mono<Void> found(UUID comment, List<Finding> findings) {
		return findings.isEmpty() ? Mono.empty()
				: this.database.sql("update comment set findings = :findings where id = :comment")
					.bind("findings", findings.stream().map(Finding::text).toArray(String[]::new))
					.bind("comment", comment)
					.then();
	}

	@Override
	public Mono<Void> blank(UUID comment, String nobody) {
		return this.database.sql("delete from wording where comment_id = :comment").bind("comment", comment).then();
	}

	/** What a comment said before, the latest first. */
	Mono<List<Earlier>> of(UUID comment) {
		return this.database.sql(SELECT)
			.bind("comment", comment)
			.bind("limit", MOST)
			.map(Earlier::of)
			.all()
			.collectList();
	}

	/**
	 * Words that were replaced.
	 *
	 * @param number the first are number 1
	 * @param name under which they were said
	 * @param text plain text
	 * @param until when they were replaced
	 */
	record Earlier(int number, String name, String text, Instant until) {

		static Earlier of(Readable row) {
			return new Earlier(row.get("number", Integer.class), row.get("name", String.class),
					row.get("text", String.class), row.get("until", Instant.class));
		}

	}

}
