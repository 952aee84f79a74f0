package org.rayonka.comment.importing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.rayonka.comment.discussion.CommentCount;
import org.rayonka.comment.importing.Arrivals.Arrival;
import org.rayonka.comment.thread.Comment;
import org.rayonka.comment.thread.Comments;
import org.rayonka.events.CommentsImported;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The comments that were brought along, under the names that they have elsewhere. Whoever
 * asks has locked the discussion, so that what is not known stays unknown until it is
 * added; many rows are written by one statement.
 */
@Repository
class ImportedComments {

	private static final String KNOWN = "select external_id, " + Comments.COLUMNS
			+ " from comment where article_id = :article and external_id = any(:names)";

	private static final String INSERT = """
			insert into comment (id, article_id, parent_id, root_id, author, name, text, status, created_at, external_id)
			select id, :article, parent, root, author, name, text, status,
				timestamptz 'epoch' + micros * interval '1 microsecond', external
			from unnest(:ids, :parents, :roots, :authors, :names, :texts, :statuses, :micros, :externals)
				as row (id, parent, root, author, name, text, status, micros, external)""";

	private static final String COUNT_ANSWERS = """
			update comment set answers = comment.answers + added.answers
			from (select root_id, count(*) as answers from comment
				where id = any(:ids) and status = 'published' and root_id is not null group by root_id) added
			where comment.id = added.root_id""";

	private final DatabaseClient database;

	private final CommentCount count;

	ImportedComments(DatabaseClient database, CommentCount count) {
		this.database = database;
		this.count = count;
	}

	/**
	 * Those of the named comments that are here, by the names that they have elsewhere.
	 */
	Mono<Map<String, Comment>> known(UUID article, String[] names) {
		return this.database.sql(KNOWN)
			.bind("article", article)
			.bind("names", names)
			.map((row) -> Map.entry(String.valueOf(row.get("external_id")), Comments.comment(row)))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	/** Adds comments with the counts that follow; without any it does nothing. */
	Mono<Void> add(UUID article, List<Arrival> arrivals) {
		if (arrivals.isEmpty()) {
			return Mono.empty();
		}
		UUID[] ids = arrivals.stream().map((arrival) -> arrival.comment().id()).toArray(UUID[]::new);
		List<CommentsImported.Said> readable = arrivals.stream()
			.map(Arrival::comment)
			.filter(Comment::published)
			.map((comment) -> new CommentsImported.Said(comment.id(), comment.at()))
			.toList();
		return insert(article, ids, arrivals).then(this.database.sql(COUNT_ANSWERS).bind("ids", ids).then())
			.then(Mono.defer(() -> this.count.imported(article, readable)));
	}

	private Mono<Void> insert(UUID article, UUID[] ids, List<Arrival> arrivals) {
		List<Comment> comments = arrivals.stream().map(Arrival::comment).toList();
		return this.database.sql(INSERT)
			.bind("article", article)
			.bind("ids", ids)
			.bind("parents", ids(comments, (comment) -> comment.place().parent()))
			.bind("roots", ids(comments, (comment) -> comment.place().root()))
			.bind("authors", texts(comments, Comment::author))
			.bind("names", texts(comments, (comment) -> comment.wording().name()))
			.bind("texts", texts(comments, (comment) -> comment.wording().text()))
			.bind("statuses", texts(comments, (comment) -> comment.status().text()))
			.bind("micros", comments.stream().map((comment) -> micros(comment.at())).toArray(Long[]::new))
			.bind("externals", texts(arrivals, Arrival::sourceId))
			.then();
	}

	private static @Nullable UUID[] ids(List<Comment> comments, Function<Comment, @Nullable UUID> id) {
		return comments.stream().map(id).toArray(UUID[]::new);
	}

	private static <T> String[] texts(List<T> all, Function<T, String> text) {
		return all.stream().map(text).toArray(String[]::new);
	}

	private static long micros(Instant at) {
		return ChronoUnit.MICROS.between(Instant.EPOCH, at);
	}

}
