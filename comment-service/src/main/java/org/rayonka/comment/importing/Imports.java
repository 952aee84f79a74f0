package org.rayonka.comment.importing;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.rayonka.access.Caller;
import org.rayonka.comment.CommentProperties;
import org.rayonka.comment.discussion.Discussion;
import org.rayonka.comment.discussion.Discussions;
import org.rayonka.comment.thread.Comment;
import org.rayonka.comment.thread.Comments;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Brings comments along, all of a request or none, published at once. What was brought
 * along before is passed over.
 */
@Component
class Imports {

	private final Discussions discussions;

	private final Comments comments;

	private final TransactionalOperator transaction;

	private final CommentProperties properties;

	private final Clock clock;

	Imports(Discussions discussions, Comments comments, TransactionalOperator transaction, CommentProperties properties,
			Clock clock) {
		this.discussions = discussions;
		this.comments = comments;
		this.transaction = transaction;
		this.properties = properties;
		this.clock = clock;
	}

	Mono<Result> run(List<ImportedComment> imported, Caller caller) {
		// locked in one order by everybody, so that no two imports wait for each other
		Map<UUID, List<ImportedComment>> byArticle = imported.stream()
			.collect(Collectors.groupingBy(ImportedComment::article, TreeMap::new, Collectors.toList()));
		return Flux.fromIterable(byArticle.entrySet())
			.concatMap((entry) -> discussion(entry.getKey(), caller).thenMany(add(entry.getValue())))
			.reduce(Result.NONE, Result::with)
			.as(this.transaction::transactional);
	}

	private Mono<Discussion> discussion(UUID article, Caller caller) {
		return this.discussions.lock(article)
			.map(Discussion::readable)
			.map((discussion) -> discussion.moderatedBy(caller));
	}

	private Flux<Boolean> add(List<ImportedComment> imported) {
		return Flux.fromIterable(imported)
			.concatMap((one) -> place(one)
				.map((place) -> one.at(place, this.clock.instant().truncatedTo(ChronoUnit.MICROS),
						this.properties.guestName()))
				.flatMap((comment) -> this.comments.add(comment, one.externalId())));
	}

	private Mono<Comment.Place> place(ImportedComment one) {
		String parent = one.parentExternalId();
		return (parent == null) ? Mono.just(Comment.Place.FIRST)
				: this.comments.imported(one.article(), parent).map(Comment::answer);
	}

	/**
	 * What an import did.
	 *
	 * @param created how many comments are new
	 * @param known how many were there already
	 */
	record Result(int created, int known) {

		static final Result NONE = new Result(0, 0);

		Result with(boolean added) {
			return added ? new Result(this.created + 1, this.known) : new Result(this.created, this.known + 1);
		}

	}

}
