package org.rayonka.article;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Addresses that move, states that are compared, and what editors put on top.
 */
class AddressIT extends RunningService {

	@Test
	void leadsFromEveryAddressThatAnArticleHad() {
		Known first = published(edition(), "Мост");
		Known second = step(first, "correct", Map.of("slug", "novyi-most"));
		Known third = step(second, "correct", Map.of("slug", "staryi-most"));
		assertThat(third.path()).endsWith("/staryi-most");
		for (Known known : List.of(first, second, third)) {
			assertThat(get("/api/v1/pages?path=" + known.path()).path("url").asString()).isEqualTo(third.url());
		}
		Known back = step(third, "correct", Map.of("slug", "most"));
		assertThat(back.url()).isEqualTo(first.url());
		assertThat(get("/api/v1/pages?path=" + third.path()).path("url").asString()).isEqualTo(first.url());
	}

	@Test
	void givesNoAddressToTwoArticles() {
		String edition = edition();
		Known moved = step(published(edition, "Мост"), "correct", Map.of("slug", "pereprava"));
		Known other = published(edition, "Мост");
		assertThat(other.path()).endsWith("/most-2");
		for (String taken : List.of("most", "pereprava")) {
			trySteps(other, "correct", Map.of("slug", taken)).expectStatus().isEqualTo(409);
		}
		for (String bad : List.of("Мост", "a b", "-a", "a--b", "../a", "")) {
			trySteps(moved, "correct", Map.of("slug", bad)).expectStatus().isBadRequest();
		}
	}

	@Test
	void comparesAnyTwoStates() {
		Known first = published(edition(), "Мост");
		step(first, "correct", Map.of("headline", "Мост!", "body", "<p>Мост через реку открыли.</p><p>Ура.</p>"));
		String revisions = "/api/v1/newsroom/articles/" + first.id() + "/revisions/";
		JsonNode comparison = body(
				call(HttpMethod.GET, revisions + "1/compare/3", CLIENT).exchange().expectStatus().isOk());
		assertThat(comparison.path("fields").size()).isEqualTo(1);
		assertThat(comparison.path("fields").path(0).path("before").asString()).isEqualTo("Мост");
		assertThat(comparison.path("fields").path(0).path("after").asString()).isEqualTo("Мост!");
		assertThat(comparison.path("body").path(0).path("before").size()).isZero();
		assertThat(comparison.path("body").path(0).path("after").path(0).asString()).isEqualTo("<p>Ура.</p>");
		call(HttpMethod.GET, revisions + "1/compare/99", CLIENT).exchange().expectStatus().isNotFound();
		call(HttpMethod.GET, revisions + "1/compare/3", "author." + edition()).exchange().expectStatus().isForbidden();
	}

	@Test
	void showsMainStoriesInTheEditorsOrderAndNoWithdrawnOne() {
		String edition = edition();
		Known first = published(edition, "Первая");
		Known second = published(edition(), "Из соседнего района");
		String pins = "/api/v1/editions/" + edition + "/main";
		assertThat(get(pins).path("items").size()).isZero();
		pin(edition, CLIENT, List.of(second.id(), first.id()), 200);
		assertThat(get(pins).path("items").values()).extracting((item) -> item.path("id").asString())
			.containsExactly(second.id(), first.id());
		step(second, "withdraw", null);
		assertThat(get(pins).path("items").values()).extracting((item) -> item.path("id").asString())
			.containsExactly(first.id());
		pin(edition, CLIENT, List.of(second.id()), 400);
		pin(edition, CLIENT, List.of(draft(edition, "Черновик").id()), 400);
		pin(edition, CLIENT, List.of(first.id(), first.id()), 400);
		pin(edition, "author." + edition, List.of(first.id()), 403);
		assertThat(get(pins).path("items").size()).isEqualTo(1);
		pin(edition, "editor." + edition, List.of(), 200);
		assertThat(get(pins).path("items").size()).isZero();
	}

	private void pin(String edition, String token, List<String> articles, int status) {
		call(HttpMethod.PUT, "/api/v1/newsroom/editions/" + edition + "/main", token)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(Map.of("articles", articles))
			.exchange()
			.expectStatus()
			.isEqualTo(status);
	}

}
