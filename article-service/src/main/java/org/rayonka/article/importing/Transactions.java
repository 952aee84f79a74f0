package org.rayonka.article.importing;

import org.rayonka.article.edition.Editions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Transactions of an import, which find the rubrics that their articles need.
 */
@Component
class Transactions {

	private final Editions editions;

	private final TransactionalOperator transaction;

	Transactions(Editions editions, TransactionalOperator transaction) {
		this.editions = editions;
		this.transaction = transaction;
	}

	<T> Mono<T> withRubrics(Desk desk, Mono<T> work) {
		Mono<Void> rubrics = Flux.defer(() -> Flux.fromIterable(desk.rubrics().takeNew()))
			.concatMap((rubric) -> this.editions.addRubric(desk.edition().slug(), rubric))
			.then();
		return rubrics.then(work.as(this.transaction::transactional));
	}

}
