package org.rayonka.article;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A paper's old site comes over whole, once, and only if its file is sound.
 */
class ImportIT extends RunningService {

	@Test
	void takesAWordPressSiteOver() {
		String edition = edition();
		JsonNode done = last(run(edition, site().text()));
		assertThat(done.path("kind").asString()).isEqualTo("done");
		assertThat(done.path("format").asString()).isEqualTo("WXR");
		assertThat(done.path("created").asInt()).isEqualTo(3);
		assertThat(done.path("drafts").asInt()).isEqualTo(1);
		JsonNode list = get("/api/v1/articles?edition=" + edition);
		assertThat(list.path("items").values()).extracting((item) -> item.path("headline").asString())
			.containsExactlyInAnyOrder("Мост & дорога", "Школа");
		JsonNode bridge = article(edition, "Мост & дорога");
		assertThat(bridge.path("publishedAt").asString()).startsWith("2015-03-01T05:00:00");
		assertThat(bridge.path("byline").asString()).isEqualTo("Пётр Иванов");
		assertThat(bridge.path("rubric").asString()).isEqualTo("society");
		assertThat(bridge.path("url").asString()).isEqualTo("https://paper.example/" + edition + "/2015/03/01/post-1");
		assertThat(bridge.path("tags").values()).extracting(JsonNode::asString).contains("мосты");
		assertThat(bridge.path("body").asString()).isEqualTo("<p>Открыли ]]&gt; мост.</p>\n<p>Вторая<br />строка</p>");
		assertThat(article(edition, "Школа").path("rubric").asString()).isEqualTo("edu");
	}

	@Test
	void entersTheAuthors() {
		String edition = edition();
		run(edition, site().text());
		JsonNode authors = get("/api/v1/authors?edition=" + edition).path("items");
		assertThat(authors.values()).extracting((author) -> author.path("name").asString())
			.containsExactly("Пётр Иванов");
		String slug = authors.get(0).path("slug").asString();
		assertThat(get("/api/v1/articles?author=" + slug).path("items").values())
			.extracting((item) -> item.path("headline").asString())
			.contains("Мост & дорога");
	}

	@Test
	void changesNothingWhenItIsRunAgain() {
		String edition = edition();
		run(edition, site().text());
		String changes = get("/api/v1/changes?limit=100&edition=" + edition).toString();
		JsonNode again = last(run(edition, site().text()));
		assertThat(again.path("created").asInt() + again.path("updated").asInt() + again.path("redirects").asInt())
			.isZero();
		assertThat(again.path("unchanged").asInt()).isEqualTo(3);
		assertThat(get("/api/v1/changes?limit=100&edition=" + edition).toString()).isEqualTo(changes);
	}

	@Test
	void renewsWhatTheOldSiteChangedUnlessItWasChangedHere() {
		String edition = edition();
		run(edition, new WordPressExport().post(1, "Один", "Было").post(2, "Два", "Было").text());
		JsonNode two = article(edition, "Два");
		String id = two.path("id").asString();
		Known desk = known(call(HttpMethod.GET, "/api/v1/newsroom/articles/" + id, CLIENT).exchange());
		step(desk, "correct", Map.of("headline", "Два, исправлено"));
		JsonNode done = last(
				run(edition, new WordPressExport().post(1, "Один", "Стало").post(2, "Два", "Стало").text()));
		assertThat(done.path("updated").asInt()).isEqualTo(1);
		assertThat(done.path("edited").asInt()).isEqualTo(1);
		assertThat(article(edition, "Один").path("body").asString()).isEqualTo("<p>Стало</p>");
		assertThat(article(edition, "Два, исправлено").path("body").asString()).isEqualTo("<p>Было</p>");
	}

	@Test
	void writesNothingInADryRun() {
		String edition = edition();
		JsonNode done = last(run(edition + "&dryRun=true", site().text()));
		assertThat(done.path("created").asInt()).isEqualTo(3);
		assertThat(done.path("dryRun").asBoolean()).isTrue();
		assertThat(get("/api/v1/articles?edition=" + edition).path("items")).isEmpty();
	}

	@Test
	void leadsOldAddressesToArticles() {
		String edition = edition();
		run(edition, new WordPressExport().post(1, "Один", "Текст").text());
		String url = article(edition, "Один").path("url").asString();
		for (String old : List.of("/" + edition + "/2015/03/post-1/", "/" + edition + "/2015/03/post-1?utm=x",
				"/" + edition + "/?p=1")) {
			assertThat(get("/api/v1/pages?path={path}", old).path("url").asString()).as(old).isEqualTo(url);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "<!DOCTYPE rss [<!ENTITY x 'y'>]>| DOCTYPE", "<rss><channel><item>| XML",
					"plain text | Neither XML nor JSON", "{\"a\":1} | no export of Ghost",
					"<html></html> | its root is <html>", "'' | Neither XML nor JSON" })
	void stopsAtAFileThatIsNotSound(String file, String reason) {
		JsonNode failed = last(run(edition(), file));
		assertThat(failed.path("kind").asString()).isEqualTo("failed");
		assertThat(failed.path("line").asInt()).isPositive();
		assertThat(failed.path("reason").asString()).contains(reason);
	}

	@Test
	void importsNothingOfATruncatedFile() {
		String edition = edition();
		WordPressExport site = site();
		// more than one batch
		IntStream.range(1000, 1060).forEach((id) -> site.post(id, "Статья " + id, "Текст"));
		String whole = site.text();
		JsonNode failed = last(run(edition, whole.substring(0, whole.length() - 30)));
		assertThat(failed.path("kind").asString()).isEqualTo("failed");
		assertThat(failed.path("line").asInt()).isGreaterThan(10);
		assertThat(get("/api/v1/articles?edition=" + edition).path("items")).isEmpty();
	}

	@Test
	void namesTheLineOfBytesThatAreNoText() {
		String edition = edition();
		byte[] file = new WordPressExport().post(1, "Один", "Текст")
			.post(2, "@", "Текст")
			.text()
			.getBytes(StandardCharsets.UTF_8);
		int at = new String(file, StandardCharsets.ISO_8859_1).indexOf("<![CDATA[@") + 9;
		file[at] = (byte) 0xFF;
		JsonNode failed = last(run(edition, file));
		assertThat(failed.path("line").asInt()).isEqualTo(10);
		assertThat(failed.path("reason").asString()).contains("UTF-8");
		assertThat(get("/api/v1/articles?edition=" + edition).path("items")).isEmpty();
	}

	@Test
	void readsWindows1251() {
		String edition = edition();
		run(edition,
				new WordPressExport().declared("windows-1251")
					.post(1, "Ёлка", "Текст")
					.text()
					.getBytes(Charset.forName("windows-1251")));
		assertThat(article(edition, "Ёлка").path("body").asString()).isEqualTo("<p>Текст</p>");
	}

	@Test
	void listsWhatItDoesNotUnderstand() {
		String edition = edition();
		List<JsonNode> lines = run(edition,
				new WordPressExport()
					.post(1, "Один", "[contact-form-7 id=\"5\"]\n\nТекст\n\nhttps://youtu.be/abcdefgh123\n")
					.raw("<item><title>О нас</title><wp:post_type>page</wp:post_type></item>")
					.text());
		assertThat(lines.stream().filter((line) -> line.path("kind").asString().equals("notUnderstood")))
			.extracting((line) -> line.path("what").asString())
			.contains("[contact-form-7]", "a page is not an article");
		JsonNode article = article(edition, "Один");
		assertThat(article.path("body").asString()).isEqualTo("<p>Текст</p>");
		assertThat(article.path("videos").path(0).path("url").asString())
			.isEqualTo("https://www.youtube.com/watch?v=abcdefgh123");
	}

	@Test
	void takesNoPictureFromThisNetwork() {
		String edition = edition();
		List<JsonNode> lines = run(edition,
				new WordPressExport()
					.post(1, "Один",
							"<p>Текст</p><p><img src=\"http://127.0.0.1:" + this.port
									+ "/media/x.png\"></p><p><img src=\"http://[::1]/x.png\"></p>")
					.text());
		assertThat(lines.stream().map((line) -> line.path("what").asString()))
			.anyMatch((what) -> what.contains("127.0.0.1") && what.contains("not a public address"))
			.anyMatch((what) -> what.contains("[::1]") && what.contains("not a public address"));
		assertThat(article(edition, "Один").path("body").asString()).isEqualTo("<p>Текст</p>");
	}

	@ParameterizedTest
	@CsvSource({ "'', 401", "reader, 403", "author, 403", "moderator, 403", "editor, 200" })
	void letsEditorsAloneImport(String role, int status) {
		String edition = edition();
		call(HttpMethod.POST, "/api/v1/newsroom/imports?edition=" + edition,
				role.isEmpty() ? null : role + "." + edition)
			.bodyValue(site().text().getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody()
			.returnResult();
	}

	@Test
	void saysThatThereIsNoSuchEdition() {
		call(HttpMethod.POST, "/api/v1/newsroom/imports?edition=nowhere", CLIENT).bodyValue(new byte[] { '<' })
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectHeader()
			.contentType("application/problem+json");
	}

	private static WordPressExport site() {
		return new WordPressExport().author("petr", "Пётр Иванов")
			.post(1, "Мост &amp; дорога", "Открыли ]]> мост.\n\nВторая\nстрока",
					WordPressExport.category("o", "Общество"), WordPressExport.tag("мосты"))
			.post(2, "Школа", "<!-- wp:paragraph -->\n<p>Первое сентября</p>\n<!-- /wp:paragraph -->",
					WordPressExport.category("edu", "Образование"))
			.post(3, "Набросок", "Ещё не готово", "<wp:status>draft</wp:status>");
	}

	private JsonNode article(String edition, String headline) {
		String id = get("/api/v1/articles?limit=100&edition=" + edition).path("items")
			.values()
			.stream()
			.filter((item) -> item.path("headline").asString().equals(headline))
			.map((item) -> item.path("id").asString())
			.findFirst()
			.orElseThrow();
		return get("/api/v1/articles/" + id);
	}

	private JsonNode get(String uri, String variable) {
		return body(http().get().uri(uri, variable).exchange().expectStatus().isOk());
	}

	private List<JsonNode> run(String edition, String file) {
		return run(edition, file.getBytes(StandardCharsets.UTF_8));
	}

	private List<JsonNode> run(String edition, byte[] file) {
		WebTestClient.ResponseSpec answer = call(HttpMethod.POST, "/api/v1/newsroom/imports?edition=" + edition, CLIENT)
			.bodyValue(file)
			.exchange()
			.expectStatus()
			.isOk();
		String lines = Objects.requireNonNull(answer.expectBody(String.class).returnResult().getResponseBody());
		return Arrays.stream(lines.split("\n")).map(JsonMapper.shared()::readTree).toList();
	}

	private static JsonNode last(List<JsonNode> lines) {
		return lines.getLast();
	}

}
