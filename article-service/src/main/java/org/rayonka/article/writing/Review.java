package org.rayonka.article.writing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

import org.rayonka.article.ArticleProblem;
import org.rayonka.article.writing.Press.Order;
import org.rayonka.article.writing.Step.Action;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * The steps between a draft and the public, which nobody outside the newsroom sees.
 */
@Service
class Review {

	private final Articles articles;

	private final Addresses addresses;

	private final TransactionalOperator transaction;

	private final Clock clock;

	Review(Articles articles, Addresses addresses, TransactionalOperator transaction, Clock clock) {
		this.articles = articles;
		this.addresses = addresses;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Hands a draft to the editors.
	 * @param order which one
	 * @return the article in review
	 */
	Mono<Written> submit(Order order) {
		return this.articles.lock(order.article())
			.flatMap((article) -> step(article, order, Action.SUBMITTED, Article::submit))
			.as((work) -> kept(work, order.article()));
	}

	/**
	 * Makes a draft again of what is in review or scheduled.
	 * @param order which one
	 * @return the draft
	 */
	Mono<Written> giveBack(Order order) {
		return this.articles.lock(order.article())
			.flatMap((article) -> step(article, order, Action.RETURNED, Article::giveBack))
			.as((work) -> kept(work, order.article()));
	}

	/**
	 * Sets when an article becomes public by itself; its edition must be able to publish.
	 * @param order which one
	 * @param form the time
	 * @return the scheduled article
	 */
	Mono<Written> schedule(Order order, ScheduleForm form) {
		return this.articles.lock(order.article())
			.map((article) -> Rights.publish(order.caller(), article))
			.flatMap((article) -> step(article, order, Action.SCHEDULED,
					(draft, now) -> draft.schedule(form.after(now), now)))
			.doOnNext((written) -> Rights.place(order.caller(), List.of(), written.article().content().alsoIn()))
			.flatMap((written) -> this.addresses.check(written.article().content()).thenReturn(written))
			.as((work) -> kept(work, order.article()));
	}

	/**
	 * Makes a draft of an article that was due and could not be published, with the
	 * reason, so that nobody waits for it in vain.
	 * @param id which one
	 * @param reason why
	 * @return the draft; empty when it is not due any more
	 */
	Mono<Article> giveUp(UUID id, String reason) {
		return this.articles.lock(id)
			.filter((article) -> article.due(this.clock.instant()))
			.flatMap((article) -> this.articles.update(article.giveBack(now()), Step.byTheClock(reason)))
			.as(this.transaction::transactional);
	}

	private Mono<Written> step(Article article, Order order, Action action,
			BiFunction<Article, Instant, Article> change) {
		var _ = order.ifMatch().check(Rights.change(order.caller(), article), Article::revision);
		return this.articles.update(change.apply(article, now()), Step.of(action, order.caller()).with(order.note()))
			.map(Written::silently);
	}

	private Mono<Written> kept(Mono<Written> work, UUID article) {
		return work.switchIfEmpty(Mono.error(() -> new ArticleProblem.NotFound(article)))
			.as(this.transaction::transactional);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
