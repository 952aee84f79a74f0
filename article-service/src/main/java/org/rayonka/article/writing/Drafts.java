package org.rayonka.article.writing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.rayonka.access.Caller;
import org.rayonka.article.ArticleProblem;
import org.rayonka.article.Ids;
import org.rayonka.article.StateConflict;
import org.rayonka.article.writing.Step.Action;
import org.rayonka.article.writing.Typesetter.Proof;
import org.rayonka.problems.IfMatch;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Writing, which nobody outside the newsroom sees.
 */
@Service
class Drafts {

	private final Articles articles;

	private final Typesetter typesetter;

	private final Ids ids;

	private final TransactionalOperator transaction;

	private final Clock clock;

	Drafts(Articles articles, Typesetter typesetter, Ids ids, TransactionalOperator transaction, Clock clock) {
		this.articles = articles;
		this.typesetter = typesetter;
		this.ids = ids;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Reads an article for the newsroom.
	 * @param id its id
	 * @param caller who asks
	 * @return the article
	 */
	Mono<Article> get(UUID id, Caller caller) {
		return this.articles.find(id)
			.switchIfEmpty(Mono.error(() -> new ArticleProblem.NotFound(id)))
			.doOnNext((article) -> Rights.write(caller, article.content().edition()));
	}

	/**
	 * Begins an article.
	 * @param form what is written
	 * @param caller who writes
	 * @return the draft with the report of its body
	 */
	Mono<Written> create(ArticleForm form, Caller caller) {
		Rights.write(caller, form.edition().strip());
		return this.typesetter.set(form)
			.flatMap((proof) -> this.articles
				.add(Article.draft(this.ids.next(), proof.content(), now()), Step.of(Action.CREATED, caller))
				.map((article) -> new Written(article, proof.dropped())))
			.as(this::kept);
	}

	/**
	 * Writes an article anew.
	 * @param id its id
	 * @param form what is written
	 * @param ifMatch the state that was read before
	 * @param caller who writes
	 * @return the next state with the report of its body
	 */
	Mono<Written> save(UUID id, ArticleForm form, IfMatch ifMatch, Caller caller) {
		return this.articles.lock(id)
			.switchIfEmpty(Mono.error(() -> new ArticleProblem.NotFound(id)))
			.map((article) -> Rights.change(caller, article))
			.map((article) -> ifMatch.check(article, Article::revision))
			.flatMap((article) -> this.typesetter.set(form).flatMap((proof) -> save(article, proof, caller)))
			.as(this::kept);
	}

	private Mono<Written> save(Article article, Proof proof, Caller caller) {
		Rights.write(caller, proof.content().edition());
		if (article.status() == Status.SCHEDULED) {
			Rights.place(caller, article.content().alsoIn(), proof.content().alsoIn());
		}
		return this.articles.update(article.save(proof.content(), now()), Step.of(Action.SAVED, caller))
			.map((saved) -> new Written(saved, proof.dropped()));
	}

	private Mono<Written> kept(Mono<Written> work) {
		return work.as(this.transaction::transactional)
			.onErrorMap(DataIntegrityViolationException.class, (ex) -> StateConflict.inUse());
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
