package org.rayonka.comment.thread;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.comment.Cursor;
import org.rayonka.comment.discussion.Discussion;
import org.rayonka.comment.discussion.Discussions;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Shows a single comment where it stands: its thread with the first answers, those above
 * it, and where the lists go on behind it.
 */
@Component
class Permalinks {

	private static final int ANSWERS_SHOWN = 30;

	/** Whom everybody answers stands above a comment at most this far. */
	private static final int HIGHEST = 100;

	private static final String ANSWERS = """
			with recursive above as (
				select id, parent_id, 1 as height from comment where id = :id
				union all
				select comment.id, comment.parent_id, height + 1 from comment join above on comment.id = above.parent_id
				where height < :highest),
			first as (
				select id from comment where root_id = :root and status = 'published' and root_id is not null
				order by created_at, id limit :limit)
			select""" + " " + Comments.COLUMNS + """
			 from comment where root_id = :root and status = 'published'
				and (id in (select id from first) or id in (select id from above))
			order by created_at, id""";

	private final DatabaseClient database;

	private final Comments comments;

	private final Discussions discussions;

	Permalinks(DatabaseClient database, Comments comments, Discussions discussions) {
		this.database = database;
		this.comments = comments;
		this.discussions = discussions;
	}

	/** A comment in its thread; one that is not to be seen is unknown. */
	Mono<Context> of(UUID id) {
		return this.comments.get(id)
			.map(Threads::visible)
			.delayUntil((comment) -> this.discussions.get(comment.article()).map(Discussion::readable))
			.flatMap((comment) -> root(comment)
				.flatMap((root) -> answers(root, comment).map((answers) -> Context.of(comment, root, answers))));
	}

	private Mono<Comment> root(Comment comment) {
		UUID root = comment.place().root();
		return (root == null) ? Mono.just(comment) : this.comments.get(root);
	}

	private Mono<List<Comment>> answers(Comment root, Comment comment) {
		return this.database.sql(ANSWERS)
			.bind("id", comment.id())
			.bind("highest", HIGHEST)
			.bind("root", root.id())
			.bind("limit", ANSWERS_SHOWN)
			.map(Comments::comment)
			.all()
			.collectList();
	}

	/**
	 * A comment where it stands.
	 *
	 * @param comment the comment
	 * @param root the comment that began its thread, with the first answers, the comment
	 * asked for, and those that it answers
	 * @param nextReplies cursor with which the thread's replies go on behind the comment,
	 * null when it begins the thread
	 * @param nextThreads cursor with which the discussion, newest first, goes on behind
	 * the thread
	 */
	record Context(CommentView comment, CommentView root, @Nullable String nextReplies, String nextThreads) {

		static Context of(Comment comment, Comment root, List<Comment> answers) {
			String behind = (comment.place().root() == null) ? null : cursor("answers", comment.at(), comment.id());
			return new Context(CommentView.of(comment, List.of()), new Answers(answers).view(root), behind,
					cursor(Sort.NEWEST.text(), root.at(), root.id()));
		}

		private static String cursor(String list, Instant at, UUID id) {
			return new Cursor(list, 0, at, id).text();
		}

	}

}
