package org.rayonka.article.writing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.rayonka.article.changes.ChangeKind;
import org.rayonka.article.writing.Press.Order;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * The public steps of an article's life.
 */
@Service
class Publishing {

	private final Press press;

	private final Addresses addresses;

	private final Typesetter typesetter;

	Publishing(Press press, Addresses addresses, Typesetter typesetter) {
		this.press = press;
		this.addresses = addresses;
		this.typesetter = typesetter;
	}

	/**
	 * Makes a draft public.
	 * @param order which one
	 * @param form the date for its page
	 * @return the published article
	 */
	Mono<Written> publish(Order order, PublishForm form) {
		return this.press.run(order, ChangeKind.PUBLISHED, (article, now) -> {
			Rights.place(order.caller(), List.of(), article.content().alsoIn());
			return publish(article, form.dateAt(now), now).map(Written::silently);
		});
	}

	/**
	 * Makes a scheduled article public, dated as it was scheduled.
	 * @param id which one
	 * @return the published article; empty when somebody else was faster, or its time has
	 * not come
	 */
	Mono<Written> publishDue(UUID id) {
		return this.press.runDue(id, (article,
				now) -> publish(article, Objects.requireNonNull(article.publishAt()), now).map(Written::silently));
	}

	private Mono<Article> publish(Article article, Instant date, Instant now) {
		article.checkPublishable();
		return this.addresses.check(article.content())
			.then(this.addresses.assign(article, date))
			.map((address) -> article.publish(address, date, now));
	}

	/**
	 * Shows what was written over a published article, or what the form says.
	 * @param order which one
	 * @param form what changes
	 * @return the corrected article with the report of its body
	 */
	Mono<Written> correct(Order order, CorrectionForm form) {
		return this.press.run(order, ChangeKind.CORRECTED, (article, now) -> correct(order, article, form, now));
	}

	private Mono<Written> correct(Order order, Article article, CorrectionForm form, Instant now) {
		article.checkCorrectable();
		return this.typesetter.set(form.over(article.latest()))
			.doOnNext((proof) -> Rights.place(order.caller(), article.content().alsoIn(), proof.content().alsoIn()))
			.flatMap((proof) -> this.addresses.check(proof.content())
				.then(this.addresses.move(article, form.slug()))
				.map((address) -> new Written(article.correct(proof.content(), address, now), proof.dropped())));
	}

	/**
	 * Takes back what is public.
	 * @param order which one
	 * @return the withdrawn article
	 */
	Mono<Written> withdraw(Order order) {
		return this.press.run(order, ChangeKind.WITHDRAWN,
				(article, now) -> Mono.fromSupplier(() -> Written.silently(article.withdraw(now))));
	}

}
