package org.rayonka.article.writing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.article.ArticleProblem;
import org.rayonka.article.StateConflict;
import org.rayonka.article.changes.ChangeKind;
import org.rayonka.article.writing.Step.Action;
import org.rayonka.problems.IfMatch;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Through which every public change goes: in one transaction the article is locked, its
 * next state and its revision are written, and lists, change log and other services are
 * told. So none of these is ever there without the others.
 */
@Component
class Press {

	private final Articles articles;

	private final Revisions revisions;

	private final Announcements announcements;

	private final TransactionalOperator transaction;

	private final Clock clock;

	Press(Articles articles, Revisions revisions, Announcements announcements, TransactionalOperator transaction,
			Clock clock) {
		this.articles = articles;
		this.revisions = revisions;
		this.announcements = announcements;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * What the press is to do.
	 *
	 * @param article which one
	 * @param ifMatch the state that it is meant for
	 * @param caller who wants it
	 * @param note a word on it
	 */
	record Order(UUID article, IfMatch ifMatch, Caller caller, @Nullable String note) {
	}

	/**
	 * Makes a public change.
	 * @param order which article, who, and on which state
	 * @param kind what happens to it
	 * @param change gives the next state, out of the present one and the time
	 * @return the next state, once it is kept
	 */
	Mono<Written> run(Order order, ChangeKind kind, BiFunction<Article, Instant, Mono<Written>> change) {
		return this.articles.lock(order.article())
			.switchIfEmpty(Mono.error(() -> new ArticleProblem.NotFound(order.article())))
			.map((article) -> Rights.publish(order.caller(), article))
			.map((article) -> order.ifMatch().check(article, Article::revision))
			.flatMap((article) -> next(article, Step.of(Action.of(kind), order.caller()).with(order.note()), kind,
					change))
			.as(this.transaction::transactional)
			.onErrorMap(DataIntegrityViolationException.class, (ex) -> StateConflict.inUse())
			.doOnNext((written) -> this.announcements.count(kind));
	}

	/**
	 * Makes public what was scheduled, in the name of who scheduled it.
	 * @param id which article
	 * @param change gives the next state, out of the present one and the time
	 * @return the next state, once it is kept; empty when the article is not due any more
	 */
	Mono<Written> runDue(UUID id, BiFunction<Article, Instant, Mono<Written>> change) {
		return this.articles.lock(id)
			.filter((article) -> article.due(this.clock.instant()))
			.flatMap((article) -> this.revisions.scheduler(id)
				.flatMap((author) -> next(article, Step.of(Action.PUBLISHED, author), ChangeKind.PUBLISHED, change)))
			.as(this.transaction::transactional)
			.onErrorMap(DataIntegrityViolationException.class, (ex) -> StateConflict.inUse())
			.doOnNext((written) -> this.announcements.count(ChangeKind.PUBLISHED));
	}

	private Mono<Written> next(Article article, Step step, ChangeKind kind,
			BiFunction<Article, Instant, Mono<Written>> change) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		return change.apply(article, now)
			.flatMap((written) -> this.articles.update(written.article(), step)
				.flatMap((next) -> this.announcements.announce(next, kind, now))
				.thenReturn(written));
	}

}
