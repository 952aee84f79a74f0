package org.rayonka.comment.rules;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.rayonka.comment.CommentProblem;
import org.rayonka.comment.thread.Draft;
import org.rayonka.comment.thread.Rule;
import org.rayonka.comment.thread.Verdict;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Nobody has so much to say. What was taken back counts too, what is said in other words
 * does not; comments that come at the very same time do not count each other.
 */
@Component
@Order(10)
class BareRate implements Rule {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final Duration HOUR = Duration.ofHours(1);

	private final AuthorRecords records;

	private final RuleProperties.Rate rate;

	BareRate(AuthorRecords records, RuleProperties properties) {
		this.records = records;
		this.rate = properties.rate();
	}

	@Override
	public Mono<Verdict> judge(Draft draft) {
		return (draft.edited() != null) ? Mono.just(Verdict.PASS)
				: this.records.of(draft).map((author) -> judge(author, this.rate, draft.at()));
	}

	/** Passes, or throws {@link CommentProblem.TooManyComments}. */
	static Verdict judge(AuthorRecord author, RuleProperties.Rate rate, Instant now) {
		// the longer wait first: whoever has waited it out is not refused again
		insist(rate.perHour(), HOUR, author.hourFullSince(), now);
		insist(rate.perMinute(), MINUTE, author.minuteFullSince(), now);
		return Verdict.PASS;
	}

	private static void insist(int quota, Duration window, @Nullable Instant fullSince, Instant now) {
		if (fullSince != null) {
			throw new CommentProblem.TooManyComments(quota, window, Duration.between(now, fullSince.plus(window)));
		}
	}

}
