package org.rayonka.comment.rules;

import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The numbers by which the rules judge, the same for all editions.
 *
 * @param rate how many comments one author may post
 * @param repetition when the same is said again
 * @param capitals when a text shouts
 * @param rejections when too much of an author was rejected
 * @param trust whom some rules let pass
 */
@Validated
@ConfigurationProperties("rayonka.comments.rules")
record RuleProperties(@DefaultValue @Valid Rate rate, @DefaultValue @Valid Repetition repetition,
		@DefaultValue @Valid Capitals capitals, @DefaultValue @Valid Rejections rejections,
		@DefaultValue @Valid Trust trust) {

	/**
	 * How many comments one author may post; 0 for any number.
	 *
	 * @param perMinute within a minute
	 * @param perHour within an hour
	 */
	record Rate(@DefaultValue("6") @Min(0) int perMinute, @DefaultValue("60") @Min(0) int perHour) {

	}

	/**
	 * When the same is said again.
	 *
	 * @param within for how long it counts as the same
	 * @param length shorter texts, in letters and digits, may be said again
	 * @param others so many other authors in the edition make it a campaign
	 */
	record Repetition(@DefaultValue("24h") Duration within, @DefaultValue("10") @Min(1) int length,
			@DefaultValue("3") @Min(1) int others) {

	}

	/**
	 * When a text shouts.
	 *
	 * @param letters in a text of at least so many
	 * @param share with more capitals than this share of them
	 */
	record Capitals(@DefaultValue("20") @Min(1) int letters,
			@DefaultValue("0.6") @DecimalMin("0") @DecimalMax("1") double share) {

	}

	/**
	 * When too much of an author was rejected.
	 *
	 * @param latest how many of the author's comments are looked at, published or
	 * rejected
	 * @param atLeast so many have to be rejected
	 * @param share and more than this share of them
	 */
	record Rejections(@DefaultValue("20") @Min(1) int latest, @DefaultValue("5") @Min(1) int atLeast,
			@DefaultValue("0.4") @DecimalMin("0") @DecimalMax("1") double share) {

	}

	/**
	 * Who is trusted.
	 *
	 * @param comments an account with so many published
	 * @param share and of as many latest ones at most this share rejected
	 */
	record Trust(@DefaultValue("50") @Min(1) int comments,
			@DefaultValue("0.05") @DecimalMin("0") @DecimalMax("1") double share) {

	}

}
