package org.rayonka.comment.rules;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.rayonka.comment.CommentProblem;
import org.rayonka.comment.thread.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is said again.
 */
class RepetitionTests {

	private static final RuleProperties.Repetition PROPERTIES = new RuleProperties.Repetition(Duration.ofDays(1), 10,
			3);

	@Test
	void refusesWhatTheAuthorHasSaid() {
		assertThatExceptionOfType(CommentProblem.Repeated.class).isThrownBy(() -> judge(true, 0))
			.satisfies((problem) -> assertThat(problem.getStatusCode().value()).isEqualTo(409));
	}

	@Test
	void withholdsWhatSeveralOthersHaveSaid() {
		assertThat(judge(false, 2)).isEqualTo(Verdict.PASS);
		assertThat(judge(false, 3)).isInstanceOf(Verdict.Withhold.class);
	}

	@Test
	void letsEverybodySayThankYou() {
		assertThat(Repetition.counts("Спасибо!!!!!!!!!!", PROPERTIES)).isFalse();
		assertThat(Repetition.counts("👍👍👍👍👍👍👍👍👍👍", PROPERTIES)).isFalse();
		assertThat(Repetition.counts("Спасибо вам", PROPERTIES)).isTrue();
	}

	private static Verdict judge(boolean own, long others) {
		return Repetition.judge(new Repetition.Earlier(own, others), PROPERTIES);
	}

}
