package org.rayonka.article;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody looks for an article by words.
 */
class SearchIT extends RunningService {

	private static final String BODY = "<p>Мост через реку открыли.</p>";

	@ParameterizedTest
	@ValueSource(strings = { "елка", "ёлки", "поселке", "ПОСЁЛКА", "посёл", "елк", "ёлка, стоит", "\"ёлка\"", "ёлка &",
			"-ёлка", "ёлка в", "!!! Ёлка | (посёлок" })
	void findsWordsInEveryFormAndAsABeginning(String typed) {
		String edition = edition();
		Known article = published(edition, "Ёлка стоит в посёлке");
		published(edition, "Совсем другое");
		assertThat(ids(search(edition, typed))).as(typed).containsExactly(article.id());
	}

	@Test
	void ranksTheHeadlineOverTheStandfirstOverTheBody() {
		String edition = edition();
		Known body = publishedText(edition, Map.of("body", "<p>Начался паводок.</p>"));
		Known headline = publishedText(edition, Map.of("headline", "Паводок пришёл"));
		Known standfirst = publishedText(edition, Map.of("standfirst", "Пришёл паводок"));
		assertThat(ids(search(edition, "паводки"))).containsExactly(headline.id(), standfirst.id(), body.id());
	}

	@Test
	void completesOnlyTheLastWord() {
		String edition = edition();
		Known article = published(edition, "Паводок на реке");
		assertThat(ids(search(edition, "паводок рек"))).containsExactly(article.id());
		assertThat(ids(search(edition, "пав река"))).isEmpty();
		assertThat(ids(search(edition, "паводок ре"))).isEmpty();
	}

	@Test
	void marksTheWordsInAnExcerpt() {
		String edition = edition();
		publishedText(edition, Map.of("standfirst", "О ёлке & не только", "body",
				"<p>Посёлок встретил <b>ёлку</b>, 2 &lt; 3 и &lt;script&gt;alert(1)&lt;/script&gt;</p>"));
		assertThat(search(edition, "елка").path("items").path(0).path("excerpt").asString())
			.startsWith("<mark>ёлке</mark> &amp; не только Посёлок встретил <mark>ёлку</mark>, 2 &lt; 3 и "
					+ "&lt;script&gt;alert(1)&lt;/script");
		assertThat(get("/api/v1/articles?edition=" + edition).path("items").path(0).has("excerpt")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "самалет, самолет", "самолт, самолет", "самоолет, самолет", "смаолет, самолет", "сомолёт, самолет",
			"апрель самалет, апрель самолет", "самалет апрель, самолет апрель", "брандмейстира, брандмейстера" })
	void findsWhatWasMeantAndSaysSo(String typed, String meant) {
		String edition = edition();
		Known article = publishedText(edition, Map.of("headline", "Самолёт сел в апреле", "body",
				"<p>Апрель. Самолёт встретили у брандмейстера.</p>"));
		JsonNode found = search(edition, typed);
		assertThat(ids(found)).containsExactly(article.id());
		assertThat(found.path("meant").asString()).isEqualTo(meant);
		assertThat(found.path("items").path(0).path("excerpt").asString()).contains("<mark>");
	}

	@Test
	void takesTypedWordsAsTheyAreWhenTheyFindSomething() {
		String edition = edition();
		Known misspelt = published(edition, "Карова паслась");
		published(edition, "Корова паслась");
		JsonNode found = search(edition, "карова");
		assertThat(ids(found)).containsExactly(misspelt.id());
		assertThat(found.has("meant")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "и", "на в не", "!!!", "\"", "'", "&|!():*", "<->", "\\", "'; drop table article --",
			"ыыыыыыыыыыыыыыыы", "🙂", "%", "a:*", "'a':ABCD", "ё", "1", "\uFFFF", "كلمة", "ﬁ", "İ", "\t" })
	void answersNonsenseWithAnEmptyList(String nonsense) {
		JsonNode found = search(edition(), nonsense);
		assertThat(found.path("items").size()).isZero();
		assertThat(found.path("next").isNull()).isTrue();
		assertThat(found.has("meant")).isFalse();
	}

	@Test
	void looksOnlyWhereItIsTold() {
		String edition = edition();
		Known old = step(draft(edition, "Паводок прежний"), "publish", Map.of("publishedAt", "2019-04-10T00:00:00Z"));
		Known now = publishedText(edition, Map.of("headline", "Паводок нынешний", "rubric", "sport", "byline",
				"Анна Лебедева", "tags", List.of("вода")));
		publishedText(edition(), Map.of("headline", "Паводок у соседей"));
		String base = "/api/v1/articles?q=паводок&edition=" + edition;
		for (String filter : List.of("&rubric=sport", "&author=Анна Лебедева", "&tag=вода",
				"&from=2019-04-10T00:00:01Z", "&rubric=sport&author=Анна Лебедева&tag=вода&from=2020-01-01")) {
			assertThat(ids(get(base + filter))).as(filter).containsExactly(now.id());
		}
		for (String filter : List.of("&tag=мосты", "&to=2019-04-10", "&from=2019-04-10&to=2019-04-10",
				"&to=2019-04-10T07:00:00Z", "&from=2019-04-10T00:00:00Z&to=2020-01-01&rubric=society")) {
			assertThat(ids(get(base + filter))).as(filter).containsExactly(old.id());
			assertThat(ids(get("/api/v1/articles?edition=" + edition + filter))).as(filter).containsExactly(old.id());
		}
		for (String filter : List.of("&to=2019-04-09", "&from=2019-04-11&to=2020-01-01", "&rubric=sport&tag=мосты")) {
			assertThat(ids(get(base + filter))).as(filter).isEmpty();
		}
	}

	@Test
	void hasNoPlaceForDraftsAndForWhatWasWithdrawn() {
		String edition = edition();
		draft(edition, "Дирижабль в наброске");
		Known withdrawn = published(edition, "Дирижабль отозван");
		step(withdrawn, "withdraw", Map.of("note", "Ошибка"));
		JsonNode exact = search(edition, "дирижабль");
		assertThat(exact.path("items").size()).isZero();
		assertThat(search(edition, "диражабль").has("meant")).isFalse();
		assertThat(count("article_search", withdrawn.id())).isZero();
		assertThat(count("article_tag", withdrawn.id())).isZero();
	}

	private long count(String table, String id) {
		Long rows = this.database.sql("select count(*) from " + table + " where article_id = cast(:id as uuid)")
			.bind("id", id)
			.mapValue(Long.class)
			.one()
			.block();
		return (rows != null) ? rows : -1;
	}

	@Test
	void findsACorrectionAndNoLongerWhatItReplaced() {
		String edition = edition();
		Known article = published(edition, "Дирижабль летит");
		step(article, "correct", Map.of("headline", "Аэростат летит"));
		assertThat(ids(search(edition, "аэростат"))).containsExactly(article.id());
		assertThat(ids(search(edition, "дирижабль"))).isEmpty();
	}

	@Test
	void answersNotModifiedWhileASearchFindsTheSame() {
		String edition = edition();
		published(edition, "Паводок");
		published(edition, "Паводок ещё");
		String uri = "/api/v1/articles?limit=1&q=паводок&edition=" + edition;
		String tag = String.valueOf(
				call(HttpMethod.GET, uri, null).exchange().expectBody().returnResult().getResponseHeaders().getETag());
		call(HttpMethod.GET, uri, null).header(HttpHeaders.IF_NONE_MATCH, tag)
			.exchange()
			.expectStatus()
			.isNotModified();
	}

	private Known publishedText(String edition, Map<String, Object> changes) {
		Map<String, Object> text = new HashMap<>(text(edition, "Новость дня"));
		text.put("body", BODY);
		text.putAll(changes);
		return step(draft(text), "publish", null);
	}

	private JsonNode search(String edition, String typed) {
		URI uri = UriComponentsBuilder.fromUriString("http://localhost:" + this.port + "/api/v1/articles")
			.queryParam("edition", edition)
			.queryParam("q", "{typed}")
			.build(typed);
		return body(http().get().uri(uri).exchange().expectStatus().isOk());
	}

	private static List<String> ids(JsonNode list) {
		return list.path("items").valueStream().map((item) -> item.path("id").asString()).toList();
	}

}
