package org.rayonka.article;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Those who write have a page, and are found whatever a byline looks like.
 */
class AuthorIT extends RunningService {

	private final String slug = "a" + UUID.randomUUID();

	@Test
	void findsWhatAnAuthorWroteBySlugAndByNameAndTheBylineAsAWhole() {
		String edition = edition();
		put(edition, CLIENT).expectStatus().isCreated();
		Known alone = step(signed(edition, "Одна", ""), "publish", null);
		Known together = step(signed(edition, "Вдвоём", "Вера Громова и Пётр Иванов"), "publish", null);
		assertThat(alone.json().path("byline").asString()).isEqualTo("Вера Громова");
		assertThat(found(edition, this.slug)).containsExactly(together.id(), alone.id());
		assertThat(found(edition, "Вера Громова")).containsExactly(together.id(), alone.id());
		assertThat(found(edition, "Вера Громова и Пётр Иванов")).containsExactly(together.id());
		assertThat(found(edition, "Пётр Иванов")).isEmpty();
		JsonNode author = get("/api/v1/articles/" + alone.id()).path("authors").path(0);
		assertThat(author.path("name").asString()).isEqualTo("Вера Громова");
		assertThat(author.path("url").asString()).isEqualTo("https://paper.example/author/" + this.slug + "/");
	}

	@Test
	void searchesWithinWhatAnAuthorWrote() {
		String edition = edition();
		put(edition, CLIENT);
		Known hers = step(signed(edition, "Ледоход", ""), "publish", null);
		published(edition, "Ледоход");
		JsonNode list = get("/api/v1/articles?q=ледоход&edition=" + edition + "&author=" + this.slug);
		assertThat(list.path("items").findValuesAsString("id")).containsExactly(hers.id());
	}

	@Test
	void tellsOfANewNameAtOnceAlsoToWhoHasTheArticle() {
		String edition = edition();
		put(edition, CLIENT);
		Known article = step(signed(edition, "Свадьба", ""), "publish", null);
		String uri = "/api/v1/articles/" + article.id();
		String tag = Objects.requireNonNull(
				call(HttpMethod.GET, uri, null).exchange().returnResult(JsonNode.class).getResponseHeaders().getETag());
		call(HttpMethod.GET, uri, null).header("If-None-Match", tag).exchange().expectStatus().isNotModified();
		Map<String, Object> renamed = new HashMap<>(entry(edition));
		renamed.put("name", "Вера Лебедева");
		put(renamed, CLIENT).expectStatus().isOk();
		JsonNode fresh = body(
				call(HttpMethod.GET, uri, null).header("If-None-Match", tag).exchange().expectStatus().isOk());
		assertThat(fresh.path("authors").path(0).path("name").asString()).isEqualTo("Вера Лебедева");
		assertThat(fresh.path("byline").asString()).isEqualTo("Вера Громова");
	}

	@Test
	void showsAnEntryToEverybodyAndAllOfANewsroom() {
		String edition = edition();
		put(edition, CLIENT);
		JsonNode author = get("/api/v1/authors/" + this.slug);
		assertThat(author.path("position").asString()).isEqualTo("корреспондент");
		assertThat(author.path("picture").isNull()).isTrue();
		assertThat(get("/api/v1/authors?edition=" + edition).path("items").findValuesAsString("slug"))
			.containsExactly(this.slug);
	}

	@Test
	void letsOnlyEditorsOfTheAuthorsNewsroomWriteTheEntry() {
		String edition = edition();
		String other = edition();
		put(edition, "author." + edition).expectStatus().isForbidden();
		put(edition, "editor." + other).expectStatus().isForbidden();
		put(edition, "editor." + edition).expectStatus().isCreated();
		put(other, "editor." + other).expectStatus().isForbidden();
		put(other, CLIENT).expectStatus().isOk();
		put(edition, "editor." + edition).expectStatus().isForbidden();
	}

	@Test
	void refusesWhatIsNotKnown() {
		String edition = edition();
		Map<String, Object> text = new HashMap<>(text(edition, "Мост"));
		text.put("authors", List.of("nobody-at-all"));
		problem(call(HttpMethod.POST, "/api/v1/newsroom/articles", CLIENT).contentType(MediaType.APPLICATION_JSON)
			.bodyValue(text)
			.exchange(), "unknown-author");
		Map<String, Object> entry = new HashMap<>(entry(edition));
		entry.put("picture", "/media/nowhere.jpg");
		problem(put(entry, CLIENT), "unknown-media");
		problem(put(entry("nowhere"), CLIENT), "unknown-edition");
		call(HttpMethod.GET, "/api/v1/authors/" + this.slug, null).exchange().expectStatus().isNotFound();
	}

	private static void problem(WebTestClient.ResponseSpec answer, String type) {
		assertThat(body(answer.expectStatus().isBadRequest()).path("type").asString()).endsWith(type);
	}

	private Known signed(String edition, String headline, String byline) {
		Map<String, Object> text = new HashMap<>(text(edition, headline));
		text.put("byline", byline);
		text.put("authors", List.of(this.slug));
		return draft(text);
	}

	private List<String> found(String edition, String author) {
		return get("/api/v1/articles?edition=" + edition + "&author=" + author).path("items").findValuesAsString("id");
	}

	private WebTestClient.ResponseSpec put(String edition, String token) {
		return put(entry(edition), token);
	}

	private static Map<String, Object> entry(String edition) {
		return Map.of("edition", edition, "name", "Вера Громова", "position", "корреспондент");
	}

	private WebTestClient.ResponseSpec put(Map<String, Object> entry, String token) {
		return call(HttpMethod.PUT, "/api/v1/newsroom/authors/" + this.slug, token)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(entry)
			.exchange();
	}

}
