package org.rayonka.outbox;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionCallback;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Carries every transaction that has begun to its end, though nobody may wait for it any
 * more. One that is cancelled is rolled back while its next statement is already on the
 * way to the same connection: that statement would then be kept for itself, a count
 * without its comment. No transaction goes on for ever, since its statements have time
 * limits.
 */
final class WholeTransactions implements TransactionalOperator {

	private final TransactionalOperator plain;

	WholeTransactions(ReactiveTransactionManager transactions) {
		this.plain = TransactionalOperator.create(transactions);
	}

	@Override
	public <T> Mono<T> transactional(Mono<T> mono) {
		return whole(this.plain.transactional(mono));
	}

	@Override
	public <T> Flux<T> execute(TransactionCallback<T> action) {
		return whole(this.plain.execute(action).collectList()).flatMapIterable((all) -> all);
	}

	private static <T> Mono<T> whole(Mono<T> transaction) {
		return Mono
			.deferContextual((context) -> Mono.fromFuture(() -> transaction.contextWrite(context).toFuture(), true));
	}

}
