package org.rayonka.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may do what, and what happens when many do it at once.
 */
class EditorsIT extends RunningService {

	@Test
	void losesNoUpdateOfTwentyEditors() {
		Known article = published(edition(), "Мост");
		String edition = article.json().path("edition").asString();
		List<Integer> kept = Flux.range(0, 20)
			.flatMap((editor) -> Mono.fromCallable(() -> writeUntilKept(article.id(), edition, editor))
				.subscribeOn(Schedulers.boundedElastic()), 20)
			.collectList()
			.blockOptional()
			.orElseThrow();
		assertThat(kept).hasSize(20);
		JsonNode last = body(call(HttpMethod.GET, "/api/v1/newsroom/articles/" + article.id(), CLIENT).exchange()
			.expectStatus()
			.isOk());
		assertThat(last.path("tags").values()).extracting(JsonNode::asString)
			.containsExactlyInAnyOrderElementsOf(kept.stream().map((editor) -> "редактор " + editor).toList());
		assertThat(last.path("revision").asInt()).isEqualTo(22);
	}

	/** Each adds a tag to those that it has read. */
	private int writeUntilKept(String id, String edition, int editor) {
		String uri = "/api/v1/newsroom/articles/" + id;
		while (true) {
			Known read = known(call(HttpMethod.GET, uri, CLIENT).exchange().expectStatus().isOk());
			Map<String, Object> text = new HashMap<>(text(edition, "Мост"));
			List<String> tags = new ArrayList<>();
			read.json().path("tags").forEach((tag) -> tags.add(tag.asString()));
			tags.removeIf((tag) -> !tag.startsWith("редактор"));
			tags.add("редактор " + editor);
			text.put("tags", tags);
			int status = call(HttpMethod.PUT, uri, CLIENT).header("If-Match", read.tag())
				.contentType(MediaType.APPLICATION_JSON)
				.bodyValue(text)
				.exchange()
				.expectBody()
				.returnResult()
				.getStatus()
				.value();
			if (status == 200) {
				return editor;
			}
			assertThat(status).isEqualTo(412);
		}
	}

	@Test
	void publishesOnceWhenTenTryAtOnce() {
		Known draft = draft(edition(), "Мост");
		List<Integer> statuses = Flux.range(0, 10)
			.flatMap((i) -> Mono
				.fromCallable(() -> trySteps(draft, "publish", null).expectBody().returnResult().getStatus().value())
				.subscribeOn(Schedulers.boundedElastic()), 10)
			.collectList()
			.blockOptional()
			.orElseThrow();
		assertThat(statuses).containsOnlyOnce(200);
		assertThat(statuses.stream().filter((status) -> status == 412)).hasSize(9);
	}

	@Test
	void asksForTheStateThatIsMeant() {
		Known draft = draft(edition(), "Мост");
		String uri = "/api/v1/newsroom/articles/" + draft.id();
		for (String step : List.of("publish", "correct", "withdraw")) {
			call(HttpMethod.POST, uri + "/" + step, CLIENT).exchange().expectStatus().isEqualTo(428);
			trySteps(new Known(draft.id(), "\"7\"", draft.json()), step, null).expectStatus().isEqualTo(412);
		}
		call(HttpMethod.PUT, uri, CLIENT).contentType(MediaType.APPLICATION_JSON)
			.bodyValue(text(draft.json().path("edition").asString(), "Мост"))
			.exchange()
			.expectStatus()
			.isEqualTo(428)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:rayonka:problem:if-match-required");
	}

	@ParameterizedTest
	@CsvSource({ "'', 401, 401, 401", "reader, 403, 403, 403", "author, 201, 200, 403", "editor, 201, 200, 200",
			"moderator, 403, 403, 403", "client, 201, 200, 200" })
	void letsEachRoleDoItsWork(String role, int create, int read, int publish) {
		Known draft = draft(edition(), "Мост");
		String edition = draft.json().path("edition").asString();
		String token = role.isEmpty() ? null : role + "." + edition;
		String uri = "/api/v1/newsroom/articles";
		call(HttpMethod.POST, uri, token).contentType(MediaType.APPLICATION_JSON)
			.bodyValue(text(edition, "Мост"))
			.exchange()
			.expectStatus()
			.isEqualTo(create);
		call(HttpMethod.GET, uri + "/" + draft.id(), token).exchange().expectStatus().isEqualTo(read);
		call(HttpMethod.POST, uri + "/" + draft.id() + "/publish", token).header("If-Match", draft.tag())
			.exchange()
			.expectStatus()
			.isEqualTo(publish);
	}

	@ParameterizedTest
	@CsvSource({ "author", "editor", "admin", "client" })
	void keepsOtherEditionsApart(String role) {
		Known draft = draft(edition(), "Мост");
		String token = role + "." + edition();
		String uri = "/api/v1/newsroom/articles/" + draft.id();
		call(HttpMethod.GET, uri, token).exchange().expectStatus().isForbidden();
		call(HttpMethod.GET, uri + "/revisions", token).exchange().expectStatus().isForbidden();
		call(HttpMethod.POST, uri + "/publish", token).header("If-Match", draft.tag())
			.exchange()
			.expectStatus()
			.isForbidden();
		call(HttpMethod.PUT, "/api/v1/newsroom/editions/" + draft.json().path("edition").asString(), token)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(imprint())
			.exchange()
			.expectStatus()
			.isForbidden();
	}

}
