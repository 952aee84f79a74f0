package org.rayonka.comment.authorship;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.rayonka.comment.thread.Author;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * What one reader has to do with a discussion: pages that show it mark what is his own.
 */
@Repository
class Involvement {

	private static final int MOST = 500;

	private static final String OWN = """
			select id, created_at from comment where author = :author and article_id = :article
				and status in ('published', 'pending', 'withheld') and external_id is null
			order by created_at desc, id desc limit :limit""";

	private static final String VOTES = """
			select comment_id, value from vote join comment on comment.id = comment_id
			where visitor = :author and article_id = :article and status = 'published'
			order by comment_id desc limit :limit""";

	private final DatabaseClient database;

	private final Duration editLimit;

	Involvement(DatabaseClient database, AuthorshipProperties properties) {
		this.database = database;
		this.editLimit = properties.editLimit();
	}

	/**
	 * The reader's comments that are not gone, each with the end of the time for edits.
	 */
	Mono<Map<UUID, Instant>> own(Author author, UUID article) {
		return about(OWN, author, article)
			.map((row) -> Map.entry(row.get("id", UUID.class),
					row.get("created_at", Instant.class).plus(this.editLimit)))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	/** The reader's votes by comment, 1 or -1. */
	Mono<Map<UUID, Integer>> votes(Author author, UUID article) {
		return about(VOTES, author, article).map(Involvement::vote)
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	private DatabaseClient.GenericExecuteSpec about(String sql, Author author, UUID article) {
		return this.database.sql(sql).bind("author", author.id()).bind("article", article).bind("limit", MOST);
	}

	private static Map.Entry<UUID, Integer> vote(Readable row) {
		return Map.entry(row.get("comment_id", UUID.class), row.get("value", Integer.class));
	}

}
