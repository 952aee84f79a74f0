package org.rayonka.article.writing;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Slugs read like the headline.
 */
class SlugTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Хлеба нынче — по 30 центнеров! | khleba-nynche-po-30-tsentnerov",
					"Подъезд к школе № 5 отремонтируют | podezd-k-shkole-5-otremontiruyut",
					"Объявлен конкурс «Лучший щенок» | obyavlen-konkurs-luchshiy-shchenok", "Ёлка и ёж | elka-i-ezh",
					"Café à Paris | cafe-a-paris", "За́мок над рекой | zamok-nad-rekoy", "!!! | material",
					"COVID-19: итоги | covid-19-itogi", "🙂 День улыбки 🙂 | den-ulybki" })
	void transliteratesAsRussianMediaDo(String headline, String slug) {
		assertThat(Slug.of(headline)).isEqualTo(slug);
	}

	@Test
	void endsAtAWordWhenItIsLong() {
		String slug = Slug
			.of("Глава района рассказал о строительстве дорог, школ и больниц в отдалённых сёлах и деревнях");
		assertThat(slug).hasSizeLessThanOrEqualTo(80).matches("[a-z0-9]+(-[a-z0-9]+)*").startsWith("glava-rayona");
		assertThat(Slug.of("щ".repeat(300))).hasSize(80);
	}

	@Test
	void numbersWhatIsTaken() {
		assertThat(Slug.free("most", List.of())).isEqualTo("most");
		assertThat(Slug.free("most", List.of("mostovoy"))).isEqualTo("most");
		assertThat(Slug.free("most", List.of("most", "most-2", "most-4"))).isEqualTo("most-3");
	}

}
