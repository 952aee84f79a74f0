package org.rayonka.systemtests;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writes articles as the newsroom's API client.
 */
final class Newsroom {

	private final Api api;

	Newsroom(RunningPlatform platform) {
		this.api = Api.client(platform, "demo-newsroom");
	}

	/** Writes and publishes an article in the first demo edition. */
	JsonNode publish(String headline) {
		Api.Reply draft = draft(headline);
		Api.Reply published = this.api.with("If-Match", draft.header("ETag"))
			.send("POST", "/api/v1/newsroom/articles/" + draft.json().get("id").asString() + "/publish", null, null);
		assertThat(published.status()).as(published.body()).isEqualTo(200);
		return this.api.get("/api/v1/articles/" + draft.json().get("id").asString()).json();
	}

	Api.Reply draft(String headline) {
		Api.Reply draft = this.api.json("POST", "/api/v1/newsroom/articles",
				Map.of("edition", "zarechye", "rubric", "society", "headline", headline, "standfirst", "Коротко",
						"body", "<p>Подробности.</p>", "byline", "Редакция", "ageMark", "6+", "tags",
						List.of("проба")));
		assertThat(draft.status()).as(draft.body()).isEqualTo(201);
		return draft;
	}

	void withdraw(JsonNode article) {
		String path = "/api/v1/newsroom/articles/" + article.get("id").asString();
		Api.Reply now = this.api.get(path);
		Api.Reply withdrawn = this.api.with("If-Match", now.header("ETag"))
			.send("POST", path + "/withdraw", null, null);
		assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
	}

	Api api() {
		return this.api;
	}

}
