package org.rayonka.engagement.opening;

import java.math.BigDecimal;
import java.time.Instant;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import org.rayonka.engagement.card.Card;
import org.rayonka.events.OpeningRecorded;

/**
 * An opening balance: absolute numbers. Decimal, so that half a view is refused and not
 * rounded.
 *
 * @param views counted elsewhere before
 * @param likes given elsewhere before
 */
record Opening(@NotNull @DecimalMin("0") @DecimalMax(Opening.MOST) @Digits(integer = 13, fraction = 0) BigDecimal views,
		@NotNull @DecimalMin("0") @DecimalMax(Opening.MOST) @Digits(integer = 13, fraction = 0) BigDecimal likes) {

	/** More than anybody has, and far from where the numbers in Redis lose exactness. */
	static final String MOST = "1000000000000";

	OpeningRecorded of(Card card, Instant now) {
		return new OpeningRecorded(card.article(), now, card.edition(), this.views.longValueExact(),
				this.likes.longValueExact());
	}

}
