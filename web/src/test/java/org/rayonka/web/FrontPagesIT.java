package org.rayonka.web;

import java.time.Duration;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Front pages, and the lists that lead on from them.
 */
class FrontPagesIT extends SiteUnderTest {

	@Test
	void rendersFrontEditionRubricAndWords() {
		assertThat(page("/", HttpStatus.OK).select(".papers a").eachAttr("href")).containsExactly("/zarechye/",
				"/kedrovo/", "/belorechye/");
		Document edition = page("/zarechye/", HttpStatus.OK);
		assertThat(edition.select(".card-lead h3").text()).startsWith("Мост через Заречку");
		assertThat(edition.select(".section h2").eachText()).contains("Спорт", "История");
		assertThat(edition.select("a[rel=next]").attr("href")).isEqualTo("/zarechye/?cursor=b2xkZXI");
		assertThat(page("/zarechye/sport/", HttpStatus.OK).select("h1").text()).isEqualTo("Спорт");
		assertThat(page("/zarechye/imprint", HttpStatus.OK).select("dd").eachText())
			.contains("ПИ № ТУ00-00001 от 12.03.2014", "Ольга Викторовна Назарова");
		assertThat(page("/about/views", HttpStatus.OK).select("h1").text()).isEqualTo("Что такое просмотр");
		Document print = page(PATH + "/print", HttpStatus.OK);
		assertThat(print.select("link[rel=canonical]").attr("href")).isEqualTo("http://localhost:8080" + PATH);
		assertThat(print.select("figure")).hasSize(3);
		assertThat(print.select("form, nav")).isEmpty();
	}

	@Test
	void putsWhatTheEditorsPinnedFirst() {
		String last = page("/zarechye/", HttpStatus.OK).select("h3 a").eachText().getLast();
		JsonNode pinned = JsonMapper.shared()
			.readTree(StandIn.read("articles-zarechye"))
			.get("items")
			.valueStream()
			.filter((article) -> article.get("headline").asString().equals(last))
			.findFirst()
			.orElseThrow();
		ARTICLES.answer("GET /api/v1/editions/zarechye/main", 200, "{\"items\":[" + pinned + "]}");
		this.clock.turn(Duration.ofMinutes(1));
		Document page = page("/zarechye/", HttpStatus.OK);
		assertThat(page.select(".card-lead h3").text()).isEqualTo(last);
		assertThat(page.select("main .column-main h3 a").eachText()).containsOnlyOnce(last);
	}

	@Test
	void leadsThroughThePaperDayByDay() {
		ARTICLES
			.sample("GET /api/v1/articles?edition=zarechye&from=2026-11-21T17:00:00Z"
					+ "&to=2026-11-22T16:59:59.999999Z&limit=100", "articles-zarechye")
			.answer("GET /api/v1/articles?edition=zarechye&from=2026-11-20T17:00:00Z"
					+ "&to=2026-11-21T16:59:59.999999Z&limit=100", 200, "{\"items\":[],\"next\":null}");
		Document day = page("/zarechye/2026/11/22/", HttpStatus.OK);
		assertThat(day.select("h1").text()).isEqualTo("Воскресенье, 22 ноября 2026");
		assertThat(day.select(".list .card")).hasSize(12);
		assertThat(day.select("a[rel=prev]").attr("href")).isEqualTo("/zarechye/2026/11/21/");
		assertThat(day.select("link[rel=canonical]").attr("href")).endsWith("/zarechye/2026/11/22/");
		Document empty = page("/zarechye/2026/11/21/", HttpStatus.OK);
		assertThat(empty.select("main .note").text()).isEqualTo("В этот день газета ничего не публиковала.");
		assertThat(empty.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
		this.client.get()
			.uri("/zarechye/archive/?day=2026-11-21")
			.exchange()
			.expectHeader()
			.location("/zarechye/2026/11/21/");
		this.client.get().uri("/zarechye/2026/11/21").exchange().expectHeader().location("/zarechye/2026/11/21/");
		page("/zarechye/archive/?day=yesterday", HttpStatus.NOT_FOUND);
		page("/zarechye/2026/02/30/", HttpStatus.NOT_FOUND);
		page("/zarechye/2999/01/01/", HttpStatus.NOT_FOUND);
		page("/nowhere/2026/11/22/", HttpStatus.NOT_FOUND);
	}

	@Test
	void showsTheListsThatFillThemselves() {
		ARTICLES
			.answer("GET /api/v1/editions/zarechye/lists", 200,
					"""
							{"items":[{"title":"Мосты & дороги","tag":"дороги","length":3},{"title":"Пусто","tag":"ничто","length":3},
							{"title":"Недоступно","tag":"ошибка","length":3}]}""")
			.sample("GET /api/v1/articles?edition=zarechye&tag=дороги&limit=3", "articles-zarechye")
			.answer("GET /api/v1/articles?edition=zarechye&tag=ничто&limit=3", 200, "{\"items\":[],\"next\":null}")
			.answer("GET /api/v1/articles?edition=zarechye&tag=ошибка&limit=3", 503, "{}");
		Document front = page("/zarechye/", HttpStatus.OK);
		assertThat(front.select("h2[id^=list-]").eachText()).containsExactly("Мосты & дороги");
		assertThat(front.select("section[aria-labelledby=list-0] .card")).hasSize(12);
	}

	@Test
	void listsWhatHasATag() {
		ARTICLES.sample("GET /api/v1/articles?edition=zarechye&tag=дороги&limit=20", "articles-zarechye")
			.answer("GET /api/v1/articles?edition=zarechye&tag=ничто&limit=20", 200, "{\"items\":[],\"next\":null}");
		Document story = page(PATH, HttpStatus.OK);
		assertThat(story.select(".tags a").eachText()).containsExactly("дороги", "ремонт");
		assertThat(story.select(".tags span.hash").eachText()).containsExactly("ЖКХ/тарифы");
		Document list = page("/zarechye/tag/дороги/", HttpStatus.OK);
		assertThat(list.select("h1").text()).isEqualTo("#дороги");
		assertThat(list.select(".list .card")).hasSize(12);
		assertThat(list.select("a[rel=next]").attr("href"))
			.isEqualTo(story.select(".tags a").attr("href") + "?cursor=b2xkZXI");
		page("/zarechye/tag/ничто/", HttpStatus.NOT_FOUND);
	}

	@Test
	void namesTheRubricInWhichAStoryOfAnotherEditionRunsHere() {
		String shared = """
				{"items":[{"id":"%s","url":"http://localhost:8080%s","edition":"zarechye","rubric":"agro",
				"headline":"Мост","publishedAt":"2026-11-22T07:05:00Z","tags":[],"revision":2,
				"alsoIn":[{"edition":"kedrovo","rubric":"society"}]}],"next":null}""".formatted(ID, PATH);
		ARTICLES.answer("GET /api/v1/articles?edition=kedrovo&limit=40", 200, shared)
			.answer("GET /api/v1/articles?edition=kedrovo&rubric=society&limit=20", 200, shared);
		Document list = page("/kedrovo/society/", HttpStatus.OK);
		assertThat(list.select(".list .card a").attr("href")).isEqualTo(PATH);
		assertThat(list.select(".list .card .kicker").text()).isEqualTo("Общество");
	}

	@Test
	void showsWhoWroteItAndAllThatTheyWrote() {
		ARTICLES.answer("GET /api/v1/authors/kuzmina", 200, """
				{"slug":"kuzmina","edition":"zarechye","name":"Евгения Кузьмина","position":"корреспондент",
				"about":"Пишет о дорогах <и> мостах.","picture":"http://localhost:8080/media/0a.jpg"}""")
			.sample("GET /api/v1/articles?author=kuzmina&limit=20", "articles-zarechye");
		Document story = page(PATH, HttpStatus.OK);
		assertThat(story.select(".signature a[rel=author]").attr("href")).isEqualTo("/author/kuzmina/");
		assertThat(JsonMapper.shared()
			.readTree(story.select("script[type='application/ld+json']").html())
			.at("/@graph/0/author/0/url")
			.asString()).endsWith("/author/kuzmina/");
		Document author = page("/author/kuzmina/", HttpStatus.OK);
		assertThat(author.select("h1").text()).isEqualTo("Евгения Кузьмина");
		assertThat(author.select(".author").text()).contains("корреспондент", "Пишет о дорогах <и> мостах.");
		assertThat(author.select(".author img").attr("src")).isEqualTo("/media/0a.jpg");
		assertThat(author.select(".masthead-name").text()).isEqualTo("Заречные вести");
		assertThat(author.select(".list .card")).hasSize(12);
		assertThat(author.select("link[rel=canonical]").attr("href")).endsWith("/author/kuzmina/");
		assertThat(author.select("a[rel=next]").attr("href")).isEqualTo("/author/kuzmina/?cursor=b2xkZXI");
		this.client.get().uri("/author/kuzmina").exchange().expectHeader().location("/author/kuzmina/");
		page("/author/nobody/", HttpStatus.NOT_FOUND);
		ARTICLES.answer("GET /api/v1/authors/kuzmina", 503, "{}").answer("GET /api/v1/authors/away", 503, "{}");
		this.clock.turn(Duration.ofMinutes(1));
		assertThat(page("/author/kuzmina/", HttpStatus.OK).select("h1").text()).isEqualTo("Евгения Кузьмина");
		page("/author/away/", HttpStatus.SERVICE_UNAVAILABLE);
	}

	@Test
	void namesTheNewsroomInTheImprint() {
		ARTICLES.answer("GET /api/v1/authors?edition=zarechye", 200,
				"""
						{"items":[{"slug":"kuzmina","edition":"zarechye","name":"Евгения Кузьмина","position":"корреспондент"}]}""");
		Document imprint = page("/zarechye/imprint", HttpStatus.OK);
		assertThat(imprint.select(".newsroom a").attr("href")).isEqualTo("/author/kuzmina/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "views", "rules", "privacy" })
	void explains(String words) {
		Document page = page("/about/" + words, HttpStatus.OK);
		assertThat(page.select(".prose h2")).hasSize(6);
		assertThat(page.select(".colophon a[href='/about/" + words + "']").text()).isEqualTo(page.select("h1").text());
		assertThat(page("/about/" + words + "?lang=en", HttpStatus.OK).select("h1").text()).isNotEmpty();
	}

}
