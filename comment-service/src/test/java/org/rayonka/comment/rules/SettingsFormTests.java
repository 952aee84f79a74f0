package org.rayonka.comment.rules;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rayonka.comment.CommentProblem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which words an edition may restrict.
 */
class SettingsFormTests {

	@Test
	void cleansWordsAndTakesEachOnce() {
		assertThat(form(" дурак\u200B", "дурак", "жул*", "ёлка").words()).containsExactly("дурак", "жул*", "ёлка");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "а", "*", "а*", "два слова", "!дурак", "ду*рак", "д-р", "дурак**" })
	void takesNothingButWords(String word) {
		assertThatExceptionOfType(CommentProblem.InvalidValue.class).isThrownBy(form("дурак", word)::words)
			.satisfies((problem) -> assertThat(problem.getBody().getDetail()).startsWith("restrictedWords[1]"));
	}

	@Test
	void takesNoWordsThatNobodyWrites() {
		assertThat(form("я".repeat(60)).words()).hasSize(1);
		assertThatExceptionOfType(CommentProblem.InvalidValue.class).isThrownBy(form("я".repeat(61))::words);
	}

	private static SettingsForm form(String... words) {
		return new SettingsForm(true, true, 0, 3, 2, "hold", List.of(words));
	}

}
