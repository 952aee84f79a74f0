package org.rayonka.comment.rules;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rayonka.comment.CommentProblem;
import org.rayonka.comment.thread.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How much one author may say.
 */
class BareRateTests {

	private static final RuleProperties.Rate RATE = new RuleProperties.Rate(6, 60);

	@Test
	void letsPassWhileSomeIsLeft() {
		assertThat(judge(null, null)).isEqualTo(Verdict.PASS);
	}

	@Test
	void saysWhenTheMinuteHasRoomAgain() {
		assertThatExceptionOfType(CommentProblem.TooManyComments.class)
			.isThrownBy(() -> judge(Drafting.NOW.minusMillis(17_500), null))
			.satisfies((problem) -> assertThat(problem.getStatusCode().value()).isEqualTo(429))
			.satisfies((problem) -> assertThat(problem.getHeaders().getFirst("Retry-After")).isEqualTo("43"))
			.satisfies((problem) -> assertThat(problem.getHeaders().getFirst("RateLimit-Policy"))
				.isEqualTo("\"comments\";q=6;w=60"));
	}

	@Test
	void saysTheLongerWaitWhereBothAreFull() {
		assertThatExceptionOfType(CommentProblem.TooManyComments.class)
			.isThrownBy(() -> judge(Drafting.NOW.minusSeconds(10), Drafting.NOW.minusSeconds(600)))
			.satisfies((problem) -> assertThat(problem.getHeaders().getFirst("Retry-After")).isEqualTo("3000"));
	}

	private static Verdict judge(@Nullable Instant minute, @Nullable Instant hour) {
		return BareRate.judge(new AuthorRecord(0, List.of(), minute, hour), RATE, Drafting.NOW);
	}

}
