package org.rayonka.comment.authorship;

import java.util.List;
import java.util.UUID;

import org.rayonka.comment.thread.Comment;
import org.rayonka.comment.thread.Comments;
import org.rayonka.comment.thread.Remains;
import org.rayonka.comment.thread.Status;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * An author's comments as rows from which every trace of him can be taken. Places stay;
 * each gets an author of its own, so that not even what two of them have in common is
 * left.
 */
@Repository
class ErasableComments {

	/** As many in one transaction: who writes meanwhile waits for it. */
	private static final int PART = 25;

	private static final String DISCUSSION = """
			select article_id from comment where author = :author and external_id is null limit 1""";

	private static final String SELECT = "select " + Comments.COLUMNS + """
			 from comment where author = :author and article_id = :article and external_id is null
			order by id limit :limit""";

	private static final String BLANK = """
			update comment set author = :nobody, name = :name, text = '', findings = '{}', reason = null,
				edited_at = null, reports = 0, report_weight = 0, staff = false, pick = false
			where id = :id""";

	private final DatabaseClient database;

	private final Comments comments;

	private final List<Remains> remains;

	private final AuthorshipProperties properties;

	ErasableComments(DatabaseClient database, Comments comments, List<Remains> remains,
			AuthorshipProperties properties) {
		this.database = database;
		this.comments = comments;
		this.remains = remains;
		this.properties = properties;
	}

	/** An article that the author has commented; empty when none is left. */
	Mono<UUID> discussion(String author) {
		return this.database.sql(DISCUSSION).bind("author", author).mapValue(UUID.class).one();
	}

	/**
	 * Erases some of the author's comments in a discussion that is locked, and counts
	 * them.
	 */
	Mono<Long> erase(String author, UUID article) {
		return this.database.sql(SELECT)
			.bind("author", author)
			.bind("article", article)
			.bind("limit", PART)
			.map(Comments::comment)
			.all()
			.collectList()
			.flatMap((found) -> Flux.fromIterable(found).concatMap(this::erase, 1).count());
	}

	/** Keys are forgotten too: each tells whose a comment was. */
	Mono<Void> forgetKeys(String author) {
		return this.database.sql("delete from idempotency where author = :author").bind("author", author).then();
	}

	private Mono<UUID> erase(Comment comment) {
		String nobody = "erased-" + UUID.randomUUID();
		return this.comments.become(comment, Status.DELETED)
			.thenMany(Flux.fromIterable(this.remains).concatMap((kept) -> kept.blank(comment.id(), nobody), 1))
			.then(this.database.sql(BLANK)
				.bind("nobody", nobody)
				.bind("name", this.properties.erasedName())
				.bind("id", comment.id())
				.then())
			.thenReturn(comment.id());
	}

}
