package org.rayonka.article.search;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TypingErrorsTests {

	@ParameterizedTest
	@CsvSource({ "мост, мост, 0", "мсот, мост, 1", "мрст, мост, 1", "мот, мост, 1", "моост, мост, 1", "тсом, мост, 3",
			"'', мост, 4", "самалет, самолет, 1", "сомалёт, самолет, 3" })
	void countsWhatAHandDoesWrong(String typed, String meant, int errors) {
		assertThat(TypingErrors.between(typed, meant)).isEqualTo(errors);
		assertThat(TypingErrors.between(meant, typed)).isEqualTo(errors);
	}

}
