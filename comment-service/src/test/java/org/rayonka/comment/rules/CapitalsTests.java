package org.rayonka.comment.rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rayonka.comment.thread.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who shouts.
 */
class CapitalsTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			СКОЛЬКО МОЖНО ЖДАТЬ МОСТА, true
			СКОЛЬКО МОЖНО ждать моста, false
			СКОЛЬКО МОЖНО ЖДАТЬ моста, true
			МОСТ ОТКРЫЛИ УРА, false
			1234567890 1234567890 1234567890 А, false
			""")
	void isHeardByTheShareOfCapitals(String text, boolean shouts) {
		assertThat(Capitals.shouts(text, new RuleProperties.Capitals(20, 0.6))).isEqualTo(shouts);
	}

	@Test
	void isLookedAtUnlessTrusted() {
		assertThat(Capitals.judge(Level.MEMBER)).isInstanceOf(Verdict.Hold.class);
		assertThat(Capitals.judge(Level.TRUSTED)).isEqualTo(Verdict.PASS);
	}

}
