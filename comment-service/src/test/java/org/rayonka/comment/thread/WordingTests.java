package org.rayonka.comment.thread;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rayonka.comment.CommentProblem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The bounds of what a comment says.
 */
class WordingTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "   ", "\n\t", "\u200B\u202E", "\u3164", "\u2800 \u200D", "\u0301" })
	void refusesEmptiness(String text) {
		assertThatExceptionOfType(CommentProblem.InvalidValue.class).isThrownBy(() -> Wording.of("", text, "Гость"));
	}

	@Test
	void countsCharactersRatherThanBytes() {
		assertThat(Wording.of("", "👍".repeat(5000), "Гость").text()).hasSize(10_000);
		assertThatExceptionOfType(CommentProblem.InvalidValue.class)
			.isThrownBy(() -> Wording.of("", "ж".repeat(5001), "Гость"));
	}

	@Test
	void namesTheNameless() {
		assertThat(Wording.of(" \u200B", "Да", "Гость").name()).isEqualTo("Гость");
		assertThatExceptionOfType(CommentProblem.InvalidValue.class)
			.isThrownBy(() -> Wording.of("ж".repeat(61), "Да", "Гость"));
	}

}
