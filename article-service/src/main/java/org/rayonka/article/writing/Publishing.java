package org.rayonka.article.writing;

import java.time.Instant;

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
		return this.press.run(order, ChangeKind.PUBLISHED,
				(article, now) -> publish(article, form, now).map(Written::silently));
	}

	private Mono<Article> publish(Article article, PublishForm form, Instant now) {
		Instant date = form.dateAt(now);
		article.checkPublishable();
		return this.addresses.assign(article, date)
			.map((address) -> article.publish(address.slug(), address.path(), date, now));
	}

	/**
	 * Shows what was written over a published article, or what the form says.
	 * @param order which one
	 * @param form what changes
	 * @return the corrected article with the report of its body
	 */
	Mono<Written> correct(Order order, CorrectionForm form) {
		return this.press.run(order, ChangeKind.CORRECTED,
				(article, now) -> this.typesetter.set(form.over(article.latest()))
					.map((proof) -> new Written(article.correct(proof.content(), now), proof.dropped())));
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
