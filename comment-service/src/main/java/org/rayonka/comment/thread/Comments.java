package org.rayonka.comment.thread;

import java.time.Instant;
import java.util.UUID;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.rayonka.comment.CommentProblem;
import org.rayonka.comment.discussion.CommentCount;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * All comments. Whoever adds one or changes its status has locked the discussion first;
 * what is counted follows here, from rows that really changed.
 */
@Repository
public class Comments {

	/** What {@link #comment} reads. */
	public static final String COLUMNS = """
			id, article_id, parent_id, root_id, author, name, text, status, created_at, score, answers""";

	private static final String INSERT = """
			insert into comment (id, article_id, parent_id, root_id, author, name, text, status, created_at)
			values (:id, :article, :parent, :root, :author, :name, :text, :status, :at)""";

	private static final String DECIDE = """
			update comment set status = :status, decided_at = :at, decided_by = :by, reason = :reason, reports = 0
			where id = :id and (status <> :status or reports > 0)""";

	private static final String COUNT_ANSWER = "update comment set answers = answers + :change where id = :root";

	private final DatabaseClient database;

	private final CommentCount count;

	Comments(DatabaseClient database, CommentCount count) {
		this.database = database;
		this.count = count;
	}

	/**
	 * Finds a comment of any status.
	 * @param id the comment's id
	 * @return the comment, never empty: {@link CommentProblem.UnknownComment} when there
	 * is none
	 */
	public Mono<Comment> get(UUID id) {
		return this.database.sql("select " + COLUMNS + " from comment where id = :id")
			.bind("id", id)
			.map(Comments::comment)
			.one()
			.switchIfEmpty(Mono.error(() -> new CommentProblem.UnknownComment(id)));
	}

	/**
	 * Adds a comment and counts it if it is published.
	 * @param comment the new one
	 * @return completes when everything is written
	 */
	Mono<Void> add(Comment comment) {
		return this.database.sql(INSERT)
			.bind("id", comment.id())
			.bind("article", comment.article())
			.bind("parent", nullable(comment.place().parent(), UUID.class))
			.bind("root", nullable(comment.place().root(), UUID.class))
			.bind("author", comment.author())
			.bind("name", comment.wording().name())
			.bind("text", comment.wording().text())
			.bind("status", comment.status().text())
			.bind("at", comment.at())
			.then()
			.then(Mono.defer(() -> comment.published() ? appeared(comment) : Mono.empty()));
	}

	/**
	 * Writes down what a moderator decided, with the counts that follow.
	 * @param comment as it was before
	 * @param decision what it is to be
	 * @return completes when everything is written
	 */
	public Mono<Void> decide(Comment comment, Decision decision) {
		return this.database.sql(DECIDE)
			.bind("status", decision.status().text())
			.bind("at", decision.at())
			.bind("by", decision.by())
			.bind("reason", nullable(decision.reason(), String.class))
			.bind("id", comment.id())
			.then()
			.then(Mono.defer(() -> changeVisibility(comment, decision.status())));
	}

	private Mono<Void> changeVisibility(Comment comment, Status status) {
		boolean visible = status == Status.PUBLISHED;
		if (visible == comment.published()) {
			return Mono.empty();
		}
		return visible ? appeared(comment) : disappeared(comment);
	}

	private Mono<Void> appeared(Comment comment) {
		return countAnswer(comment, 1).then(Mono.defer(() -> this.count.appeared(comment.article(), comment.id())));
	}

	private Mono<Void> disappeared(Comment comment) {
		return countAnswer(comment, -1).then(Mono.defer(() -> this.count.disappeared(comment.article(), comment.id())));
	}

	private Mono<Void> countAnswer(Comment comment, int change) {
		UUID root = comment.place().root();
		return (root == null) ? Mono.empty()
				: this.database.sql(COUNT_ANSWER).bind("change", change).bind("root", root).then();
	}

	/**
	 * Reads a comment.
	 * @param row with all {@link #COLUMNS}
	 * @return the comment
	 */
	public static Comment comment(Readable row) {
		return new Comment(row.get("id", UUID.class), row.get("article_id", UUID.class),
				new Comment.Place(row.get("parent_id", UUID.class), row.get("root_id", UUID.class)),
				row.get("author", String.class),
				new Wording(row.get("name", String.class), row.get("text", String.class)),
				Status.of(row.get("status", String.class)), row.get("created_at", Instant.class),
				new Comment.Standing(row.get("score", Integer.class), row.get("answers", Integer.class)));
	}

	private static Object nullable(@Nullable Object value, Class<?> type) {
		if (value != null) {
			return value;
		}
		return Parameters.in(type);
	}

	/**
	 * What a moderator decided.
	 *
	 * @param status what the comment is to be
	 * @param at when
	 * @param by who
	 * @param reason why, or null
	 */
	public record Decision(Status status, Instant at, String by, @Nullable String reason) {
	}

}
