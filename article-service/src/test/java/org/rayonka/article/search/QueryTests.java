package org.rayonka.article.search;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rayonka.article.InvalidRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class QueryTests {

	@Test
	void takesNoSignForAnOperator() {
		assertThat(Words.of(" «Ёлка»|(площадь-2026):* & !!! ").list()).containsExactly("елка", "площадь", "2026");
		assertThat(Words.of("&|!()\"'\\").isEmpty()).isTrue();
	}

	@Test
	void boundsTheNumberOfWords() {
		assertThat(Words.of("а ".repeat(12)).list()).hasSize(12);
		assertThatExceptionOfType(InvalidRequest.class).isThrownBy(() -> Words.of("а ".repeat(13)));
	}

	@Test
	void quotesWhatPostgresqlWouldTakeForAnOperator() {
		Query query = new Query(List.of(new Query.Term(0, List.of("o'k", "a\\"), true)));
		assertThat(query.text()).isEqualTo("('o''k' | 'a\\\\')");
	}

	@ParameterizedTest
	@CsvSource({ "поселок, поселок поселк", "поселк, поселк поселок поселек", "отец, отец отц отьц",
			"палец, палец палц пальц", "пальц, пальц палец", "мост, мост", "рек, рек", "сок, сок" })
	void findsAWordByItsOtherStem(String lexeme, String stems) {
		assertThat(FleetingVowel.variants(lexeme)).containsExactlyElementsOf(Stream.of(stems.split(" ")).toList());
	}

}
