package org.rayonka.comment.live;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;

import org.rayonka.comment.discussion.Discussion;
import org.rayonka.comment.discussion.Discussions;
import org.rayonka.comment.thread.Comments;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * What changes in discussions. Revisions of a discussion are committed in their order, so
 * that who has seen one has seen everything before it.
 */
@Repository
class Changes {

	/** As many comments are read at once. */
	static final int PART = 200;

	private static final String PLACE = """
			select article_id, revision, article_revision from discussion where article_id = :article""";

	private static final String MOVED = """
			select discussion.article_id, discussion.revision, discussion.article_revision
			from unnest(:articles, :revisions, :articleRevisions) as seen (article, revision, article_revision)
			join discussion on discussion.article_id = seen.article
			where discussion.revision <> seen.revision or discussion.article_revision <> seen.article_revision""";

	private static final String SINCE = "select revision, " + Comments.COLUMNS + """
			 from comment where article_id = :article and revision > :since and revision > 0
			order by revision limit :limit""";

	private final DatabaseClient database;

	private final Discussions discussions;

	Changes(DatabaseClient database, Discussions discussions) {
		this.database = database;
		this.discussions = discussions;
	}

	/** The discussion of an article; an unknown article is a problem. */
	Mono<Discussion> discussion(UUID article) {
		return this.discussions.get(article);
	}

	/** How far a discussion is; empty when there is none. */
	Mono<Place> place(UUID article) {
		return this.database.sql(PLACE).bind("article", article).map(Place::of).one();
	}

	/**
	 * Of all these discussions those that are no longer where they were, in one query.
	 */
	Mono<List<Place>> moved(Collection<Place> seen) {
		return this.database.sql(MOVED)
			.bind("articles", seen.stream().map(Place::article).toArray(UUID[]::new))
			.bind("revisions", numbers(seen, Place::revision))
			.bind("articleRevisions", numbers(seen, Place::articleRevision))
			.map(Place::of)
			.all()
			.collectList();
	}

	/**
	 * The first comments that changed after a revision, in the order of revisions, each
	 * as it is now. Never one that nobody could read before.
	 */
	Mono<List<Change>> since(UUID article, long revision) {
		return this.database.sql(SINCE)
			.bind("article", article)
			.bind("since", revision)
			.bind("limit", PART)
			.map((row) -> new Change(row.get("revision", Long.class), Comments.comment(row)))
			.all()
			.collectList();
	}

	private static Long[] numbers(Collection<Place> seen, ToLongFunction<Place> number) {
		return seen.stream().map(number::applyAsLong).toArray(Long[]::new);
	}

}
