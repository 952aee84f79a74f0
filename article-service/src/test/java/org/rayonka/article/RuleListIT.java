package org.rayonka.article;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lists that fill themselves by the rules of an edition's editors.
 */
class RuleListIT extends RunningService {

	@Test
	void fillsItselfByItsRule() {
		String edition = edition();
		put(edition, "editor." + edition, """
				{"lists":[{"title":"Посевная & паводок","tag":"сев и вода","length":2},
				{"title":"Спорт с видео","rubric":"sport","video":false,"length":5}]}""").expectStatus().isOk();
		Map<String, Object> text = new HashMap<>(text(edition, "Сеют"));
		text.put("tags", List.of("сев и вода"));
		step(draft(text), "publish", null);
		Known second = step(draft(text), "publish", null);
		Known third = step(draft(text), "publish", null);
		published(edition, "О другом");
		JsonNode lists = get("/api/v1/editions/" + edition + "/lists").path("items");
		assertThat(lists.findValuesAsString("title")).containsExactly("Посевная & паводок", "Спорт с видео");
		assertThat(filled(lists.path(0))).containsExactly(third.id(), second.id());
		assertThat(filled(lists.path(1))).isEmpty();
		put(edition, CLIENT, "{\"lists\":[]}").expectStatus().isOk();
		assertThat(get("/api/v1/editions/" + edition + "/lists").path("items")).isEmpty();
	}

	private List<String> filled(JsonNode list) {
		String url = list.path("url").asString();
		assertThat(url).startsWith("https://paper.example/api/v1/articles?edition=");
		return body(http().get()
			.uri(URI.create(url.replace("https://paper.example", "http://localhost:" + this.port)))
			.exchange()
			.expectStatus()
			.isOk()).path("items").findValuesAsString("id");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"lists\":[{\"title\":\"Всё\",\"length\":5}]}",
			"{\"lists\":[{\"title\":\"\",\"tag\":\"сев\",\"length\":5}]}",
			"{\"lists\":[{\"title\":\"Сев\",\"tag\":\"сев\",\"length\":0}]}",
			"{\"lists\":[{\"title\":\"Сев\",\"tag\":\"сев\",\"length\":21}]}",
			"{\"lists\":[{\"title\":\"Сев\",\"rubric\":\"nothing\",\"length\":5}]}",
			"{\"lists\":[{\"title\":\"Сев\",\"tag\":\"\\u0000\",\"length\":5}]}", "{\"lists\":[null]}" })
	void refusesWhatIsNoRule(String form) {
		String edition = edition();
		put(edition, CLIENT, form).expectStatus().isBadRequest();
		assertThat(get("/api/v1/editions/" + edition + "/lists").path("items")).isEmpty();
	}

	@Test
	void isWrittenByEditorsAlone() {
		String edition = edition();
		put(edition, "author." + edition, "{\"lists\":[]}").expectStatus().isForbidden();
		put("nowhere", CLIENT, "{\"lists\":[]}").expectStatus().isNotFound();
		call(HttpMethod.GET, "/api/v1/editions/nowhere/lists", null).exchange().expectStatus().isNotFound();
	}

	private WebTestClient.ResponseSpec put(String edition, String token, String form) {
		return call(HttpMethod.PUT, "/api/v1/newsroom/editions/" + edition + "/lists", token)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(form)
			.exchange();
	}

}
