package org.rayonka.systemtests;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Pages that the gateway has in memory change with what they show.
 */
@ExtendWith(RunningPlatform.Starter.class)
class PurgedPagesIT {

	/** Less than anything is kept for. */
	private static final Duration SOON = Duration.ofSeconds(5);

	private static final Duration START = Duration.ofSeconds(60);

	private final String word = "ледоход" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");

	@Test
	void showACorrectionAtOnceAndNothingThatIsWithdrawn(RunningPlatform platform) {
		Newsroom newsroom = new Newsroom(platform);
		Api reader = Api.anonymous(platform);
		JsonNode article = newsroom.publish("Новость: " + this.word);
		String page = pathOf(article);
		String print = page + "/print";
		List<String> lists = List.of("/", "/zarechye/", "/zarechye/society/", "/feeds/zarechye.rss");
		String search = "/search?q=" + URLEncoder.encode(this.word, StandardCharsets.UTF_8);
		await().atMost(SOON).until(() -> lists.stream().allMatch((list) -> shows(reader, list, this.word)));
		await().atMost(SOON).until(() -> shows(reader, search, page));
		assertThat(List.of(page, print)).allMatch((path) -> shows(reader, path, this.word));

		correct(newsroom, article, "Поправка: " + this.word);
		await().atMost(SOON)
			.until(() -> shows(reader, page, "Поправка: ") && shows(reader, print, "Поправка: ")
					&& lists.stream().allMatch((list) -> shows(reader, list, "Поправка: " + this.word)));

		newsroom.withdraw(article);
		await().atMost(SOON)
			.until(() -> reader.get(page).status() == 410 && reader.get(print).status() == 410
					&& lists.stream().noneMatch((list) -> shows(reader, list, this.word))
					&& !shows(reader, search, page));
	}

	@Test
	void areGoneFromTheMemoryOfEachGateway(RunningPlatform platform) {
		Newsroom newsroom = new Newsroom(platform);
		JsonNode article = newsroom.publish("Новость для двоих: " + this.word);
		String page = pathOf(article);
		List<String> lists = List.of("/zarechye/", "/zarechye/society/");
		try (SecondGateway second = new SecondGateway(platform)) {
			await().atMost(START).ignoreExceptions().until(() -> Api.at(second::uri).get("/").status() == 200);
			List<Api> readers = List.of(Api.anonymous(platform), Api.at(second::uri));
			await().atMost(SOON)
				.until(() -> readers.stream()
					.allMatch((reader) -> shows(reader, page, this.word)
							&& lists.stream().allMatch((list) -> shows(reader, list, this.word))));
			newsroom.withdraw(article);
			await().atMost(SOON)
				.until(() -> readers.stream()
					.allMatch((reader) -> reader.get(page).status() == 410
							&& lists.stream().noneMatch((list) -> shows(reader, list, this.word))));
		}
	}

	@Test
	void showACommentOnceItIsPublished(RunningPlatform platform) {
		JsonNode article = new Newsroom(platform).publish("Новость, о которой скажут слово");
		Api reader = Api.anonymous(platform);
		String page = pathOf(article);
		assertThat(shows(reader, page, this.word)).isFalse();
		Api.Reply said = Api.client(platform, "demo-newsroom")
			.json("POST", "/api/v1/articles/" + article.get("id").asString() + "/comments", Map.of("text", this.word));
		assertThat(said.status()).as(said.body()).isEqualTo(201);
		await().atMost(SOON).until(() -> shows(reader, page, this.word));
	}

	private static void correct(Newsroom newsroom, JsonNode article, String headline) {
		String path = "/api/v1/newsroom/articles/" + article.get("id").asString();
		Api.Reply corrected = newsroom.api()
			.with("If-Match", newsroom.api().get(path).header("ETag"))
			.json("POST", path + "/correct", Map.of("note", "Уточнили заголовок", "headline", headline));
		assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
	}

	private static String pathOf(JsonNode article) {
		return article.get("url").asString().replaceFirst("https?://[^/]*", "");
	}

	private static boolean shows(Api reader, String path, String words) {
		return reader.get(path).body().contains(words);
	}

}
