package org.rayonka.comment.thread;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Takes comments in: judged by the rules, then kept, counted and told in one transaction,
 * or not at all.
 */
@Component
class Postings {

	private final Drafts drafts;

	private final Rules rules;

	private final IdempotencyKeys keys;

	private final Comments comments;

	private final TransactionalOperator transaction;

	Postings(Drafts drafts, Rules rules, IdempotencyKeys keys, Comments comments, TransactionalOperator transaction) {
		this.drafts = drafts;
		this.rules = rules;
		this.keys = keys;
		this.comments = comments;
		this.transaction = transaction;
	}

	/** Posts a comment, once for each key. */
	Mono<Posting.Receipt> post(UUID article, Author author, Posting posting, @Nullable String key) {
		Mono<Posting.Receipt> posted = this.drafts.of(article, author, posting)
			.flatMap((draft) -> this.rules.judge(draft)
				.flatMap((judgement) -> keep(draft, judgement, key, posting.fingerprint(article))));
		return (key == null) ? posted
				: this.keys.known(author, key, posting.fingerprint(article)).switchIfEmpty(posted);
	}

	private Mono<Posting.Receipt> keep(Draft draft, Judgement judgement, @Nullable String key, String fingerprint) {
		Mono<Posting.Receipt> kept = this.drafts.stillAllowed(draft)
			.then(Mono.defer(() -> add(draft.comment(judgement.status()), judgement.findings())));
		return ((key != null) ? this.keys.once(draft.author(), key, fingerprint, kept) : kept)
			.as(this.transaction::transactional);
	}

	private Mono<Posting.Receipt> add(Comment comment, List<Finding> findings) {
		return this.comments.add(comment, findings)
			.thenReturn(Posting.Receipt.of(comment.id(), comment.status(), findings));
	}

}
