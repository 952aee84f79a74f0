package org.rayonka.comment.thread;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is left of what somebody typed.
 */
class PlainTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "Мост открыли!", "5 < 6 && \"да\"", "<b>не разметка</b>", "a\tb\nc\n\nd", "Ёлка й",
			"👩‍🚒 и 👍🏽", "עברית ولغة" })
	void keepsWhatAReaderWouldMiss(String text) {
		assertThat(PlainText.of(text)).isEqualTo(text);
	}

	@Test
	void takesAwayWhatIsNotToBeSeen() {
		assertThat(PlainText.of("\u202Eabc\u202C\u0000d\u0007\u200B\uFEFFe\u2066")).isEqualTo("abcde");
	}

	@Test
	void storesNoHalfCharacters() {
		assertThat(PlainText.of("a\uD83Db")).isEqualTo("a\uFFFDb");
	}

	@Test
	void knowsOneLineBreakAndNoDeserts() {
		assertThat(PlainText.of("  a  \r\nb\rc\u2028d\n\n\n\n\ne \n")).isEqualTo("a\nb\nc\nd\n\ne");
	}

	@Test
	void cutsTowersOfAccents() {
		assertThat(PlainText.of("x" + "\u0336".repeat(40))).hasSize(5);
	}

	@Test
	void foldsALine() {
		assertThat(PlainText.line(" Анна\n\nиз \t Заречья ")).isEqualTo("Анна из Заречья");
	}

}
