package org.rayonka.comment.rules;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * What is left of a word without its disguise.
 */
class SkeletonTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			дурак            | дурак
			ДУРАК            | дурак
			ｄурак            | дурак
			дypaк            | дурак
			дуpαк            | дурак
			дур@к            | дурак
			дуууррраак       | дурак
			д у р а к        | дурак
			д.у.р.а.к        | дурак
			д-у-р-а-к        | дурак
			д*у*р*а*к        | дурак
			д  у  р  а  к    | дурак
			ты и д у р а к!  | дурак
			и я д у р а к    | дурак
			ду.рак           | дурак
			д́у̶р̈а̀к           | дурак
			козёл            | козел
			к0зел            | козел
			cyka             | сука
			чай              | чай
			fuсk             | fuck
			ѕhit             | shit
			5h1t             | shit
			𝓯𝓾𝓬𝓴             | fuck
			n1ggggger        | nigger
			""")
	void isTheWordThatIsMeant(String disguised, String meant) {
		assertThat(Skeleton.words(disguised)).as(disguised).anyMatch((word) -> word.contains(meant));
	}

	@Test
	void hasNothingThatIsNotToBeSeen() {
		assertThat(Skeleton.words("ду\u200Bр\u00ADа\u2060к")).anyMatch((word) -> word.contains("дурак"));
	}

	@ParameterizedTest
	@CsvSource({ "чаи, чай", "ebay, ебау", "соски, cocku", "Нигерия, nigger", "дурак, урак", "кот и рак, котирак" })
	void isNoWordOfWhichNobodyThinks(String text, String other) {
		assertThat(Skeleton.words(text)).noneMatch((word) -> word.contains(other));
	}

	@ParameterizedTest
	@ValueSource(strings = { "а ", "а.", "а", "а. ", "a1", " ", "@", "а\u0301", "ab " })
	void isFoundInNoTime(String piece) {
		String text = piece.repeat(5000 / piece.length());
		assertTimeoutPreemptively(Duration.ofSeconds(2),
				() -> assertThatNoException().isThrownBy(() -> new WordList(java.util.List.of("б")).find(text)));
	}

}
