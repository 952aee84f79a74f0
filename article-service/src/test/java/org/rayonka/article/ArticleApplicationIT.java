package org.rayonka.article;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rayonka.events.ArticleCorrected;
import org.rayonka.events.ArticleEvent;
import org.rayonka.events.ArticlePublished;
import org.rayonka.events.ArticleWithdrawn;
import org.rayonka.events.Event;
import org.rayonka.events.EventJson;
import org.rayonka.events.Topics;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The life of an article, seen from the newsroom, by readers and in Kafka.
 */
class ArticleApplicationIT extends RunningService {

	@Value("${spring.kafka.bootstrap-servers}")
	String kafka;

	@Test
	void tellsOfEachPublicStepOnceAndInOrder() {
		String edition = edition();
		Known published = published(edition, "Мост открыли");
		Known corrected = step(published, "correct", Map.of("headline", "Мост открыт", "note", "Опечатка"));
		step(corrected, "withdraw", null);
		List<ArticleEvent> events = events(published.id(), 3);
		assertThat(events).extracting(ArticleEvent::revision).containsExactly(2L, 3L, 4L);
		assertThat(events).extracting(ArticleEvent::edition).containsOnly(edition);
		assertThat(events.get(0)).isInstanceOfSatisfying(ArticlePublished.class, (event) -> {
			assertThat(event.card().path()).isEqualTo(published.path());
			assertThat(event.card().headline()).isEqualTo("Мост открыли");
			assertThat(event.card().ageMark()).isEqualTo("6+");
		});
		assertThat(events.get(1)).isInstanceOfSatisfying(ArticleCorrected.class,
				(event) -> assertThat(event.card().headline()).isEqualTo("Мост открыт"));
		assertThat(events.get(2)).isInstanceOf(ArticleWithdrawn.class);
	}

	@Test
	void showsWhatIsPublished() {
		String edition = edition();
		Known article = published(edition, "Мост через Речку открыли");
		JsonNode full = get("/api/v1/articles/" + article.id());
		assertThat(full.path("url").asString())
			.matches("https://paper\\.example/" + edition + "/\\d{4}/\\d\\d/\\d\\d/most-cherez-rechku-otkryli");
		assertThat(full.path("body").asString()).isEqualTo("<p>Мост через реку открыли.</p>");
		assertThat(full.path("counts").path("views").isNull()).isTrue();
		assertThat(full.path("tags").values()).extracting(JsonNode::asString).containsExactly("мосты", "дороги");
		assertThat(get("/api/v1/pages?path=" + article.path())).isEqualTo(full);
		for (String filter : List.of("rubric=society", "tag=мосты", "author=Пётр Иванов", "q=мосты река", "video=false",
				"tag=дороги&q=мостами", "rubric=society&tag=мосты&author=Пётр Иванов")) {
			assertThat(get("/api/v1/articles?edition=" + edition + "&" + filter).path("items").values()).as(filter)
				.extracting((item) -> item.path("id").asString())
				.containsExactly(article.id());
		}
		for (String filter : List.of("rubric=sport", "tag=река", "author=Пётр", "q=самолёт", "video=true")) {
			assertThat(get("/api/v1/articles?edition=" + edition + "&" + filter).path("items").size()).as(filter)
				.isZero();
		}
	}

	@Test
	void servesAtOnceWhenAllItsConnectionsAreDead() {
		Known article = published(edition(), "Мост выстоял");
		cutConnections();
		get("/api/v1/articles/" + article.id());
	}

	@Test
	void findsWordsWithAndWithoutDots() {
		String edition = edition();
		Known article = published(edition, "Ёлка стоит в посёлке");
		for (String words : List.of("елка", "ёлки", "поселке", "ПОСЁЛКА")) {
			assertThat(get("/api/v1/articles?edition=" + edition + "&q=" + words).path("items")
				.path(0)
				.path("id")
				.asString()).as(words).isEqualTo(article.id());
		}
	}

	@Test
	void hidesDraftsAndWhatWasWithdrawn() {
		String edition = edition();
		Known other = published(edition, "Другая статья");
		Known draft = draft(edition, "Тайный черновик");
		assertNowhere(edition, draft.id(), other);
		call(HttpMethod.GET, "/api/v1/articles/" + draft.id(), null).exchange().expectStatus().isNotFound();
		Known withdrawn = step(step(draft, "publish", null), "withdraw", Map.of("note", "Ошибка"));
		assertNowhere(edition, draft.id(), other);
		for (String uri : List.of("/api/v1/articles/" + draft.id(), "/api/v1/pages?path=" + withdrawn.path())) {
			call(HttpMethod.GET, uri, null).exchange()
				.expectStatus()
				.isEqualTo(HttpStatus.GONE)
				.expectBody()
				.jsonPath("$.type")
				.isEqualTo("urn:rayonka:problem:article-withdrawn");
		}
		JsonNode log = get("/api/v1/changes?limit=100&edition=" + edition);
		assertThat(log.toString()).doesNotContain("черновик").contains("\"withdrawn\"");
	}

	private void assertNowhere(String edition, String id, Known other) {
		for (String list : List.of("", "&q=черновик", "&tag=мосты", "&rubric=society", "&author=Пётр Иванов")) {
			assertThat(get("/api/v1/articles?edition=" + edition + list).toString()).as(list).doesNotContain(id);
		}
		assertThat(get("/api/v1/articles/" + other.id()).path("related").toString()).doesNotContain(id);
	}

	@Test
	void relatesByRubricAndTagButNeverToItself() {
		String edition = edition();
		List<String> ids = Stream.of("Раз", "Два", "Три", "Четыре", "Пять", "Шесть", "Семь")
			.map((headline) -> published(edition, headline).id())
			.toList();
		assertThat(get("/api/v1/articles/" + ids.get(5)).path("related").values())
			.extracting((item) -> item.path("id").asString())
			.containsExactly(ids.get(6), ids.get(4), ids.get(3), ids.get(2), ids.get(1), ids.get(0));
	}

	@Test
	void showsACorrectionOnlyWhenItIsMade() {
		Known article = published(edition(), "Мост открыли");
		Map<String, Object> text = text(article.json().path("edition").asString(), "Мост открыт!");
		Known saved = known(call(HttpMethod.PUT, "/api/v1/newsroom/articles/" + article.id(), CLIENT)
			.header("If-Match", article.tag())
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(text)
			.exchange()
			.expectStatus()
			.isOk());
		assertThat(saved.json().path("pending").asBoolean()).isTrue();
		assertThat(get("/api/v1/articles/" + article.id()).path("headline").asString()).isEqualTo("Мост открыли");
		Known corrected = step(saved, "correct", null);
		assertThat(corrected.json().path("pending").asBoolean()).isFalse();
		assertThat(corrected.url()).isEqualTo(article.url());
		assertThat(get("/api/v1/articles/" + article.id()).path("headline").asString()).isEqualTo("Мост открыт!");
	}

	@Test
	void keepsEveryRevisionWithWhoAndWhen() {
		Known published = published(edition(), "Мост открыли");
		step(published, "correct", Map.of("headline", "Мост открыт", "note", "Опечатка"));
		String uri = "/api/v1/newsroom/articles/" + published.id() + "/revisions";
		JsonNode revisions = body(call(HttpMethod.GET, uri, CLIENT).exchange().expectStatus().isOk());
		assertThat(revisions.path("items").values()).extracting((item) -> item.path("action").asString())
			.containsExactly("corrected", "published", "created");
		assertThat(revisions.path("items").path(0).path("by").path("id").asString()).isEqualTo("client");
		assertThat(revisions.path("items").path(0).path("note").asString()).isEqualTo("Опечатка");
		JsonNode first = body(call(HttpMethod.GET, uri + "/1", CLIENT).exchange().expectStatus().isOk());
		assertThat(first.path("content").path("headline").asString()).isEqualTo("Мост открыли");
	}

	@Test
	void tellsReadersOfACorrectionWithItsDate() {
		Known published = published(edition(), "Мост открыли");
		Known silent = step(published, "correct", Map.of("headline", "Мост открыли!"));
		Known told = step(silent, "correct", Map.of("headline", "Мост открыт", "note", "Уточнено <b>название</b>."));
		step(told, "correct", Map.of("note", "Исправлена дата."));
		JsonNode corrections = get("/api/v1/articles/" + published.id()).path("corrections");
		assertThat(corrections.values()).extracting((item) -> item.path("note").asString())
			.containsExactly("Исправлена дата.", "Уточнено <b>название</b>.");
		assertThat(corrections.path(1).path("at").asString()).isEqualTo(told.json().path("updatedAt").asString());
	}

	@Test
	void numbersEqualHeadlinesAndDatesPagesInTheZoneOfTheEdition() {
		String edition = edition();
		Map<String, Object> eve = Map.of("publishedAt", "2025-12-31T18:00:00Z");
		Known first = step(draft(edition, "С Новым годом"), "publish", eve);
		Known second = step(draft(edition, "С Новым годом!"), "publish", eve);
		assertThat(first.path()).isEqualTo("/" + edition + "/2026/01/01/s-novym-godom");
		assertThat(second.path()).isEqualTo("/" + edition + "/2026/01/01/s-novym-godom-2");
	}

	@Test
	void answersNotModifiedUntilSomethingChanges() {
		Known article = published(edition(), "Мост открыли");
		String one = "/api/v1/articles/" + article.id();
		String list = "/api/v1/articles?edition=" + article.json().path("edition").asString();
		String tagOfOne = tag(one);
		String tagOfList = tag(list);
		for (Map.Entry<String, String> known : Map.of(one, tagOfOne, list, tagOfList).entrySet()) {
			call(HttpMethod.GET, known.getKey(), null).header(HttpHeaders.IF_NONE_MATCH, known.getValue())
				.exchange()
				.expectStatus()
				.isNotModified()
				.expectHeader()
				.valueEquals(HttpHeaders.ETAG, known.getValue())
				.expectBody()
				.isEmpty();
		}
		step(article, "correct", Map.of("headline", "Мост открыт"));
		assertThat(tag(one)).isNotEqualTo(tagOfOne);
		assertThat(tag(list)).isNotEqualTo(tagOfList);
	}

	private String tag(String uri) {
		HttpHeaders headers = call(HttpMethod.GET, uri, null).exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseHeaders();
		return String.valueOf(headers.getETag());
	}

	@ParameterizedTest
	@ValueSource(strings = { "founder", "editorInChief", "address", "phone", "email", "registration" })
	void publishesNothingUnderAnIncompleteImprint(String field) {
		String edition = "e" + UUID.randomUUID().toString().substring(0, 13);
		Map<String, Object> imprint = new HashMap<>(imprint());
		imprint.put(field, " ");
		call(HttpMethod.PUT, "/api/v1/newsroom/editions/" + edition, CLIENT).contentType(MediaType.APPLICATION_JSON)
			.bodyValue(imprint)
			.exchange()
			.expectStatus()
			.isCreated();
		trySteps(draft(edition, "Мост открыли"), "publish", null).expectStatus()
			.isEqualTo(HttpStatus.CONFLICT)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:rayonka:problem:imprint-incomplete")
			.jsonPath("$.fields[0]")
			.isEqualTo(field);
	}

	@Test
	void keepsTheImprintOfAnEditionThatHasPublished() {
		String edition = edition();
		published(edition, "Мост открыли");
		Map<String, Object> imprint = new HashMap<>(imprint());
		imprint.remove("phone");
		call(HttpMethod.PUT, "/api/v1/newsroom/editions/" + edition, CLIENT).contentType(MediaType.APPLICATION_JSON)
			.bodyValue(imprint)
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.CONFLICT);
		JsonNode kept = get("/api/v1/editions/" + edition);
		assertThat(kept.path("phone").asString()).isEqualTo("+7 000 000-00-00");
		assertThat(kept.path("rubrics").values()).extracting((rubric) -> rubric.path("slug").asString())
			.containsExactly("society", "sport");
	}

	@Test
	void reportsWhatTheBodyMayNotHave() {
		Map<String, Object> text = new HashMap<>(text(edition(), "Мост открыли"));
		text.put("body", "<p onclick='x()'>Мост</p><script>alert(1)</script>");
		Known draft = draft(text);
		assertThat(draft.json().path("body").asString()).isEqualTo("<p>Мост</p>");
		assertThat(draft.json().path("dropped").values()).extracting(JsonNode::asString)
			.containsExactly("p[onclick]", "script");
	}

	@Test
	void describesItself() {
		JsonNode api = get("/openapi.json");
		assertThat(api.path("openapi").asString()).startsWith("3.1");
		assertThat(api.path("paths").propertyNames()).contains("/api/v1/articles", "/api/v1/changes", "/api/v1/pages",
				"/api/v1/newsroom/articles/{id}/publish");
		assertThat(api.path("paths").path("/api/v1/newsroom/articles").path("post").path("responses").propertyNames())
			.containsExactlyInAnyOrder("201", "default");
		assertThat(api.toString()).doesNotContain("\"caller\"").doesNotContain("\\\\p{");
		assertThat(get("/actuator/health/readiness").path("status").asString()).isEqualTo("UP");
	}

	private List<ArticleEvent> events(String article, int count) {
		List<ArticleEvent> found = new ArrayList<>();
		try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", this.kafka),
				new StringDeserializer(), new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor(Topics.ARTICLES)
				.stream()
				.map((info) -> new TopicPartition(info.topic(), info.partition()))
				.toList();
			assertThat(partitions).hasSize(Topics.PARTITIONS);
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Instant end = Instant.now().plus(Duration.ofSeconds(20));
			while (found.size() < count && Instant.now().isBefore(end)) {
				consumer.poll(Duration.ofMillis(200)).forEach((message) -> {
					Event event = EventJson.read(message.value());
					if (event instanceof ArticleEvent told && article.equals(message.key())) {
						found.add(told);
					}
				});
			}
		}
		return found;
	}

}
