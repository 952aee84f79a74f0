package org.rayonka.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One story runs in several editions at one address, and each edition's lists, search and
 * change log tell of it as of one of its own.
 */
class PlacementIT extends RunningService {

	private String home = "";

	private String guest = "";

	@BeforeEach
	void founds() {
		this.home = edition();
		this.guest = edition();
	}

	@Test
	void runsInSeveralEditionsAtOneAddress() {
		Known story = step(draft(placed("Половодье", this.guest, "sport")), "publish", null);
		for (String list : List.of("edition=" + this.home, "edition=" + this.guest,
				"edition=" + this.guest + "&rubric=sport", "edition=" + this.guest + "&tag=мосты",
				"edition=" + this.guest + "&q=половодье", "edition=" + this.guest + "&rubric=sport&q=половодье",
				"edition=" + this.guest + "&author=Пётр Иванов")) {
			JsonNode items = get("/api/v1/articles?" + list).path("items");
			assertThat(items.findValuesAsString("id")).as(list).containsExactly(story.id());
			assertThat(items.path(0).path("url").asString()).isEqualTo(story.url());
		}
		for (String list : List.of("edition=" + this.guest + "&rubric=society",
				"edition=" + this.home + "&rubric=sport", "edition=" + this.guest + "&rubric=society&q=половодье",
				"edition=" + this.guest + "&rubric=society&tag=мосты")) {
			assertThat(get("/api/v1/articles?" + list).path("items")).as(list).isEmpty();
		}
	}

	@Test
	void standsOnceInListsOfAllEditions() {
		Map<String, Object> text = placed("Половодье", this.guest, "society");
		text.put("tags", List.of("половодье-" + this.home));
		Known story = step(draft(text), "publish", null);
		assertThat(get("/api/v1/articles?tag=половодье-" + this.home).path("items").findValuesAsString("id"))
			.containsExactly(story.id());
		assertThat(get("/api/v1/articles?rubric=society&limit=100").path("items").findValuesAsString("id"))
			.containsOnlyOnce(story.id());
	}

	@Test
	void leavesEveryEditionWhenItIsWithdrawn() {
		Known story = step(draft(placed("Половодье", this.guest, "sport")), "publish", null);
		step(story, "withdraw", null);
		assertThat(get("/api/v1/articles?edition=" + this.guest).path("items")).isEmpty();
		assertThat(get("/api/v1/articles?q=половодье&edition=" + this.guest).path("items")).isEmpty();
		assertThat(kinds("edition=" + this.guest)).containsExactly("published", "withdrawn");
	}

	@Test
	void isPublishedAndWithdrawnToWhoFollowsAnEditionThatItEntersAndLeaves() {
		Known story = published(this.home, "Половодье");
		Known placed = step(story, "correct", Map.of("alsoIn", List.of(place(this.guest, "sport"))));
		Known changed = step(placed, "correct", Map.of("headline", "Большая вода"));
		Known left = step(changed, "correct", Map.of("alsoIn", List.of()));
		assertThat(kinds("edition=" + this.guest)).containsExactly("published", "corrected", "withdrawn");
		assertThat(kinds("edition=" + this.home)).containsExactly("published", "corrected", "corrected", "corrected");
		JsonNode last = get("/api/v1/changes?edition=" + this.guest).path("items").path(2).path("article");
		assertThat(last.path("headline").isNull()).isTrue();
		assertThat(last.path("id").asString()).isEqualTo(left.id());
		assertThat(get("/api/v1/articles?edition=" + this.guest).path("items")).isEmpty();
	}

	@Test
	void isWithdrawnFromTheRubricThatACorrectionTakesItOutOf() {
		Known story = published(this.home, "Половодье");
		step(story, "correct", Map.of("rubric", "sport"));
		assertThat(kinds("edition=" + this.home + "&rubric=society")).containsExactly("published", "withdrawn");
		assertThat(kinds("edition=" + this.home + "&rubric=sport")).containsExactly("published");
		assertThat(kinds("edition=" + this.home)).containsExactly("published", "corrected");
	}

	@Test
	void followsAnEditionPartByPartAsInOnePiece() {
		for (int n = 0; n < 7; n++) {
			Known story = step(draft(placed("Новость " + n, this.guest, "sport")), "publish", null);
			step(story, "correct", Map.of("rubric", "sport"));
		}
		List<String> all = kinds("edition=" + this.guest + "&limit=100");
		List<String> parts = new ArrayList<>();
		String after = "";
		JsonNode part;
		do {
			part = get("/api/v1/changes?limit=3&edition=" + this.guest + "&after=" + after);
			parts.addAll(part.path("items").findValuesAsString("kind"));
			after = part.path("next").asString();
		}
		while (!part.path("items").isEmpty());
		assertThat(parts).hasSize(14).isEqualTo(all);
	}

	@Test
	void isDecidedByTheEditorsOfEveryEdition() {
		Known draft = draft(placed("Половодье", this.guest, "sport"));
		String path = "/api/v1/newsroom/articles/" + draft.id();
		call(HttpMethod.POST, path + "/publish", "editor." + this.home).header("If-Match", draft.tag())
			.exchange()
			.expectStatus()
			.isForbidden();
		call(HttpMethod.POST, path + "/schedule", "editor." + this.home).header("If-Match", draft.tag())
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(Map.of("at", "2027-01-01T00:00:00Z"))
			.exchange()
			.expectStatus()
			.isForbidden();
		Known story = step(draft, "publish", null);
		call(HttpMethod.POST, path + "/correct", "editor." + this.home).header("If-Match", story.tag())
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(Map.of("alsoIn", List.of()))
			.exchange()
			.expectStatus()
			.isForbidden();
		call(HttpMethod.POST, path + "/correct", "editor." + this.home).header("If-Match", story.tag())
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(Map.of("headline", "Большая вода"))
			.exchange()
			.expectStatus()
			.isOk();
	}

	@Test
	void waitsForTheImprintOfEveryEdition() {
		Map<String, Object> imprint = new HashMap<>(imprint());
		imprint.remove("founder");
		call(HttpMethod.PUT, "/api/v1/newsroom/editions/" + this.guest, CLIENT).contentType(MediaType.APPLICATION_JSON)
			.bodyValue(imprint)
			.exchange()
			.expectStatus()
			.isOk();
		Known draft = draft(placed("Половодье", this.guest, "sport"));
		JsonNode problem = body(trySteps(draft, "publish", null).expectStatus().isEqualTo(409));
		assertThat(problem.path("type").asString()).endsWith("imprint-incomplete");
		assertThat(problem.path("detail").asString()).contains(this.guest);
	}

	@Test
	void keepsTheRubricInWhichSomethingRuns() {
		step(draft(placed("Половодье", this.guest, "sport")), "publish", null);
		Map<String, Object> imprint = new HashMap<>(imprint());
		imprint.put("rubrics", List.of(Map.of("slug", "society", "name", "Общество")));
		call(HttpMethod.PUT, "/api/v1/newsroom/editions/" + this.guest, CLIENT).contentType(MediaType.APPLICATION_JSON)
			.bodyValue(imprint)
			.exchange()
			.expectStatus()
			.isEqualTo(409);
	}

	@Test
	void refusesPlacesThatAreNone() {
		for (Map<String, String> place : List.of(place("nowhere", "sport"), place(this.guest, "nothing"),
				place(this.home, "sport"))) {
			Map<String, Object> text = new HashMap<>(text(this.home, "Половодье"));
			text.put("alsoIn", List.of(place));
			call(HttpMethod.POST, "/api/v1/newsroom/articles", CLIENT).contentType(MediaType.APPLICATION_JSON)
				.bodyValue(text)
				.exchange()
				.expectStatus()
				.isBadRequest();
		}
	}

	private List<String> kinds(String filter) {
		return get("/api/v1/changes?" + filter).path("items").findValuesAsString("kind");
	}

	private Map<String, Object> placed(String headline, String edition, String rubric) {
		Map<String, Object> text = new HashMap<>(text(this.home, headline));
		text.put("alsoIn", List.of(place(edition, rubric)));
		return text;
	}

	private static Map<String, String> place(String edition, String rubric) {
		return Map.of("edition", edition, "rubric", rubric);
	}

}
