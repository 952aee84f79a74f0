package org.rayonka.comment.thread;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.rayonka.comment.Binding;
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
			id, article_id, parent_id, root_id, author, name, text, status, created_at, score, answers,
			staff, pick, edited_at""";

	private static final String INSERT = """
			insert into comment (id, article_id, parent_id, root_id, author, name, text, status, created_at, staff, findings)
			values (:id, :article, :parent, :root, :author, :name, :text, :status, :at, :staff, :findings)""";

	private static final String REWORD = """
			update comment set name = :name, text = :text, edited_at = :at where id = :id""";

	private static final String SHOWN_SINCE = "update comment set revision = :revision where id = :id";

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

	/** Adds a comment and counts it if it is published. */
	Mono<Void> add(Comment comment, List<Finding> findings) {
		return this.database.sql(INSERT)
			.bind("id", comment.id())
			.bind("article", comment.article())
			.bind("parent", Binding.nullable(comment.place().parent(), UUID.class))
			.bind("root", Binding.nullable(comment.place().root(), UUID.class))
			.bind("author", comment.author())
			.bind("name", comment.wording().name())
			.bind("text", comment.wording().text())
			.bind("status", comment.status().text())
			.bind("at", comment.at())
			.bind("staff", comment.marks().staff())
			.bind("findings", findings.stream().map(Finding::text).toArray(String[]::new))
			.then()
			.then(Mono.defer(() -> comment.published() ? appeared(comment) : Mono.empty()));
	}

	/**
	 * Gives a comment another status, with the counts that follow. The same again changes
	 * nothing.
	 * @param comment as it was before
	 * @param status what it is to be
	 * @return completes when everything is written; {@link CommentProblem.TakenBack} when
	 * its author has deleted it, from where nothing comes back
	 */
	public Mono<Void> become(Comment comment, Status status) {
		if (comment.status() == status) {
			return Mono.empty();
		}
		if (comment.status() == Status.DELETED) {
			return Mono.error(CommentProblem.TakenBack::new);
		}
		return this.database.sql("update comment set status = :status where id = :id")
			.bind("status", status.text())
			.bind("id", comment.id())
			.then()
			.then(Mono.defer(() -> changeVisibility(comment, status == Status.PUBLISHED)));
	}

	/**
	 * Gives a comment other words; everybody who reads it is told.
	 * @param comment as it was before
	 * @param wording what it is to say
	 * @param editedAt when its author changed it, null when somebody else did
	 * @return completes when everything is written
	 */
	public Mono<Void> reword(Comment comment, Wording wording, @Nullable Instant editedAt) {
		return this.database.sql(REWORD)
			.bind("name", wording.name())
			.bind("text", wording.text())
			.bind("at", Binding.nullable((editedAt != null) ? editedAt : comment.marks().editedAt(), Instant.class))
			.bind("id", comment.id())
			.then()
			.then(Mono.defer(() -> edited(comment)));
	}

	/**
	 * Marks a comment as one that the newsroom recommends, or no longer.
	 * @param comment as it was before
	 * @param pick whether it is recommended
	 * @return completes when everything is written
	 */
	public Mono<Void> pick(Comment comment, boolean pick) {
		if (comment.marks().pick() == pick) {
			return Mono.empty();
		}
		return this.database.sql("update comment set pick = :pick where id = :id")
			.bind("pick", pick)
			.bind("id", comment.id())
			.then()
			.then(Mono.defer(() -> edited(comment)));
	}

	private Mono<Void> changeVisibility(Comment comment, boolean visible) {
		if (visible == comment.published()) {
			return Mono.empty();
		}
		return visible ? appeared(comment) : disappeared(comment);
	}

	private Mono<Void> appeared(Comment comment) {
		return countAnswer(comment, 1).then(Mono.defer(() -> this.count.appeared(comment.article(), comment.id())))
			.flatMap((revision) -> shown(comment, revision));
	}

	private Mono<Void> disappeared(Comment comment) {
		return countAnswer(comment, -1).then(Mono.defer(() -> this.count.disappeared(comment.article(), comment.id())))
			.flatMap((revision) -> shown(comment, revision));
	}

	private Mono<Void> edited(Comment comment) {
		return !comment.published() ? Mono.empty()
				: this.count.edited(comment.article(), comment.id()).flatMap((revision) -> shown(comment, revision));
	}

	private Mono<Void> shown(Comment comment, long revision) {
		return this.database.sql(SHOWN_SINCE).bind("revision", revision).bind("id", comment.id()).then();
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
				new Comment.Standing(row.get("score", Integer.class), row.get("answers", Integer.class)),
				new Comment.Marks(row.get("staff", Boolean.class), row.get("pick", Boolean.class),
						row.get("edited_at", Instant.class)));
	}

}
