package org.rayonka.web;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page on which readers search.
 */
class SearchPageIT extends SiteUnderTest {

	@Test
	void showsWhatASearchHasFoundWithItsWordsMarked() {
		ARTICLES.answer("GET /api/v1/articles?q=елка&edition=zarechye&from=2026-01-01&limit=20", 200,
				"""
						{"items":[{"id":"%s","url":"http://localhost:8080%s","edition":"zarechye","headline":"Ёлка <на> площади",
						"publishedAt":"2026-11-22T07:05:00Z","excerpt":"У <mark>ёлки</mark> <script>alert(1)</script> &lt;b&gt;"}],
						"next":"bmV4dA"}"""
					.formatted(ID, PATH));
		Document page = page("/search?q=елка&edition=zarechye&from=2026-01-01&to=", HttpStatus.OK);
		assertThat(page.select(".found h2 a").text()).isEqualTo("Ёлка <на> площади");
		assertThat(page.select(".found h2 a").attr("href")).isEqualTo(PATH);
		assertThat(page.select(".found-excerpt").html()).isEqualTo("У <mark>ёлки</mark> &lt;b&gt;");
		assertThat(page.select(".found time").text()).isEqualTo("22 ноября 2026, 14:05");
		assertThat(page.select("a[rel=next]").attr("href"))
			.isEqualTo("/search?q=%D0%B5%D0%BB%D0%BA%D0%B0&edition=zarechye&from=2026-01-01&cursor=bmV4dA");
		assertThat(page.select("form[role=search] input[name=q]").attr("value")).isEqualTo("елка");
		assertThat(page.select("option[selected]").attr("value")).isEqualTo("zarechye");
		assertThat(page.select("input[name=from]").attr("value")).isEqualTo("2026-01-01");
		assertThat(page.select(".masthead-name").text()).isEqualTo("Заречные вести");
		assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
	}

	@Test
	void saysWhichWordsWereMeant() {
		ARTICLES.answer("GET /api/v1/articles", 200,
				StandIn.read("articles-zarechye").replaceFirst("\\{", "{\"meant\": \"самолет\","));
		assertThat(page("/search?q=<b>самалет", HttpStatus.OK).select("main .note").text())
			.isEqualTo("По запросу «<b>самалет» ничего не нашлось. Показано найденное по запросу «самолет».");
	}

	@Test
	void helpsWhereASearchFindsNothing() {
		ARTICLES.answer("GET /api/v1/articles", 200, "{\"items\":[],\"next\":null}");
		Document page = page("/search?q=пусто&edition=kedrovo", HttpStatus.OK);
		assertThat(page.select("main .note").text()).isEqualTo("По запросу «пусто» ничего не нашлось.");
		assertThat(page.select(".search-help a").attr("href")).isEqualTo("/search?q=%D0%BF%D1%83%D1%81%D1%82%D0%BE");
		assertThat(page("/search?q=пусто&lang=en", HttpStatus.OK).select(".search-help li")).hasSize(2);
	}

	@Test
	void asksNothingOfASearchWithoutWords() {
		assertThat(page("/search?edition=zarechye&q=", HttpStatus.OK).select("main .note, .found")).isEmpty();
		assertThat(ARTICLES.received("GET")).noneMatch((request) -> request.uri().contains("q="));
		assertThat(page("/zarechye/", HttpStatus.OK).select(".service-search").attr("href"))
			.isEqualTo("/search?edition=zarechye");
	}

	@Test
	void saysThatASearchWasNotUnderstoodAndKeepsTheForm() {
		ARTICLES.answer("GET /api/v1/articles", 400, "{}");
		Document page = page("/search?q=мост&from=вчера", HttpStatus.BAD_REQUEST);
		assertThat(page.select("[role=alert]").text()).startsWith("Этот запрос не удалось разобрать");
		assertThat(page.select("input[name=q]").attr("value")).isEqualTo("мост");
		page("/search?q=мост&edition=nowhere", HttpStatus.NOT_FOUND);
	}

	@Test
	void says503ForASearchWithoutArticleService() {
		page("/search", HttpStatus.OK);
		ARTICLES.away(true);
		page("/search?q=мост", HttpStatus.SERVICE_UNAVAILABLE);
	}

}
