package org.rayonka.comment.authorship;

import java.util.List;
import java.util.UUID;

import org.rayonka.comment.discussion.Discussion;
import org.rayonka.comment.discussion.Discussions;
import org.rayonka.comment.thread.Author;
import org.rayonka.comment.thread.CommentView;
import org.rayonka.comment.thread.Comments;
import org.rayonka.comment.thread.Finding;
import org.rayonka.comment.thread.Shadow;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * An author's comments that only he can see yet.
 */
@Repository
class Waiting {

	private static final int MOST = 50;

	private static final String SELECT = "select " + Comments.COLUMNS
			+ """
					, findings from comment where author = :author and article_id = :article and status in ('pending', 'withheld')
						and external_id is null
					order by created_at desc, id desc limit :limit""";

	private final DatabaseClient database;

	private final Discussions discussions;

	Waiting(DatabaseClient database, Discussions discussions) {
		this.database = database;
		this.discussions = discussions;
	}

	/** Those below an article, newest first. */
	Mono<List<CommentView>> of(Author author, UUID article) {
		return this.discussions.get(article)
			.map(Discussion::readable)
			.thenMany(this.database.sql(SELECT)
				.bind("author", author.id())
				.bind("article", article)
				.bind("limit", MOST)
				.map((row) -> Shadow.seenByItsAuthor(Comments.comment(row), Finding.all(row)))
				.all())
			.map(CommentView::own)
			.collectList();
	}

}
