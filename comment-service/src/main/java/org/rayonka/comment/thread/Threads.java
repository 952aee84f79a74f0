package org.rayonka.comment.thread;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.comment.CommentProblem;
import org.rayonka.comment.Cursor;
import org.rayonka.comment.discussion.Discussion;
import org.rayonka.comment.discussion.Discussions;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Reads discussions for everybody: published comments alone, in at most three queries a
 * page.
 */
@Component
class Threads {

	/**
	 * Answers shown of each thread on a page of the discussion; the thread has them all.
	 */
	private static final int ANSWERS_SHOWN = 30;

	private static final String SELECT = "select " + Comments.COLUMNS + " from comment where ";

	private static final String FIRST = SELECT + """
			article_id = :article and root_id is null and (status = 'published' or answers > 0) and\s""";

	private static final String ANSWERS = SELECT + """
			root_id = :root and status = 'published' and root_id is not null and\s""";

	private static final String FIRST_ANSWERS = """
			select answer.* from unnest(:roots) as thread cross join lateral (
				select * from comment where root_id = thread and status = 'published' and root_id is not null
				order by created_at, id limit :limit) answer""";

	private static final String LIMIT = " limit :limit";

	private final DatabaseClient database;

	private final Discussions discussions;

	private final Clock clock;

	Threads(DatabaseClient database, Discussions discussions, Clock clock) {
		this.database = database;
		this.discussions = discussions;
		this.clock = clock;
	}

	/** A page of a discussion. */
	Mono<CommentPage> read(UUID article, Sort sort, int limit, @Nullable String after) {
		String list = sort.text();
		Cursor cursor = Cursor.of(after, list);
		return this.discussions.get(article)
			.map(Discussion::readable)
			.flatMap((discussion) -> first(article, sort, limit + 1, cursor)
				.flatMap((threads) -> withAnswers(threads, limit))
				.map((views) -> CommentPage.of(views, limit, list).of(discussion, this.clock.instant())));
	}

	/** A comment, if everybody may read it and its article is not withdrawn. */
	Mono<Comment> one(Comment comment) {
		return Mono.fromCallable(() -> visible(comment))
			.delayUntil((seen) -> this.discussions.get(seen.article()).map(Discussion::readable));
	}

	/** A page of all answers in a thread, oldest first. */
	Mono<CommentPage> answers(Comment root, int limit, @Nullable String after) {
		Cursor cursor = Cursor.of(after, "answers");
		DatabaseClient.GenericExecuteSpec query = this.database.sql(ANSWERS + behind(cursor, Sort.OLDEST))
			.bind("root", root.id())
			.bind("limit", limit + 1);
		return page(query, cursor).map((answers) -> answers.stream().map((answer) -> CommentView.of(answer, List.of())))
			.map((views) -> CommentPage.of(views.toList(), limit, "answers"))
			.flatMap((page) -> this.discussions.get(root.article())
				.map(Discussion::readable)
				.map((discussion) -> page.of(discussion, this.clock.instant())));
	}

	private Mono<List<Comment>> first(UUID article, Sort sort, int limit, @Nullable Cursor cursor) {
		DatabaseClient.GenericExecuteSpec query = this.database.sql(FIRST + behind(cursor, sort))
			.bind("article", article)
			.bind("limit", limit);
		return page((cursor != null && sort == Sort.BEST) ? query.bind("score", cursor.score()) : query, cursor);
	}

	private static String behind(@Nullable Cursor cursor, Sort sort) {
		return ((cursor != null) ? sort.after() : "true") + " order by " + sort.order() + LIMIT;
	}

	private static Mono<List<Comment>> page(DatabaseClient.GenericExecuteSpec query, @Nullable Cursor cursor) {
		DatabaseClient.GenericExecuteSpec bound = (cursor != null)
				? query.bind("at", cursor.at()).bind("id", cursor.id()) : query;
		return bound.map(Comments::comment).all().collectList();
	}

	private Mono<List<CommentView>> withAnswers(List<Comment> threads, int limit) {
		UUID[] answered = threads.stream()
			.limit(limit)
			.filter((thread) -> thread.standing().answers() > 0)
			.map(Comment::id)
			.toArray(UUID[]::new);
		Mono<List<Comment>> answers = (answered.length == 0) ? Mono.just(List.of())
				: this.database.sql(FIRST_ANSWERS)
					.bind("roots", answered)
					.bind("limit", ANSWERS_SHOWN)
					.map(Comments::comment)
					.all()
					.collectList();
		return answers.map(Answers::new).map((below) -> threads.stream().map(below::view).toList());
	}

	/** A comment that everybody may read, or of which only the place is left. */
	static Comment visible(Comment comment) {
		if (comment.published() || comment.standing().answers() > 0) {
			return comment;
		}
		throw new CommentProblem.UnknownComment(comment.id());
	}

}
