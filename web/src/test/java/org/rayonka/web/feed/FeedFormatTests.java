package org.rayonka.web.feed;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.rayonka.web.article.Article.Picture;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writes feeds of text that is made to break them.
 */
class FeedFormatTests {

	private static final String NASTY = "]]> & <b>\"'\u0000\u0008\uFFFE\uD800 😀 \u2028 ё";

	private static final String CLEAN = "]]> & <b>\"' 😀 \u2028 ё";

	private final Feed feed = new Feed("Вести " + NASTY, NASTY, "http://localhost:8080/zarechye/",
			"http://localhost:8080/feeds/zarechye.rss?a=1&b=2", Instant.parse("2026-11-22T08:00:00Z"),
			List.of(new Feed.Entry(new UUID(1, 2), "http://localhost:8080/a?b&c", NASTY, NASTY, "<p>" + NASTY + "</p>",
					NASTY, Instant.parse("2026-11-21T21:05:00Z"), Instant.parse("2026-11-22T08:00:00Z"), List.of(NASTY),
					new Picture("http://localhost:8080/media/0f.jpg", 3, 2, null, null, null, null))));

	@Test
	void writesRss() throws Exception {
		Document rss = parse(RssFeed.write(this.feed));
		assertThat(text(rss, "title", 1)).isEqualTo(CLEAN);
		assertThat(text(rss, "content:encoded", 0)).isEqualTo("<p>" + CLEAN + "</p>");
		assertThat(text(rss, "guid", 0)).isEqualTo("urn:uuid:00000000-0000-0001-0000-000000000002");
		assertThat(text(rss, "pubDate", 0)).isEqualTo("Sat, 21 Nov 2026 21:05:00 GMT");
		assertThat(rss.getElementsByTagName("atom:link").item(0).getAttributes().getNamedItem("href").getNodeValue())
			.isEqualTo(this.feed.self());
	}

	@Test
	void writesAtom() throws Exception {
		Document atom = parse(AtomFeed.write(this.feed));
		assertThat(text(atom, "title", 1)).isEqualTo(CLEAN);
		assertThat(text(atom, "content", 0)).isEqualTo("<p>" + CLEAN + "</p>");
		assertThat(text(atom, "published", 0)).isEqualTo("2026-11-21T21:05:00Z");
		assertThat(text(atom, "id", 1)).isEqualTo("urn:uuid:00000000-0000-0001-0000-000000000002");
	}

	@Test
	void writesJsonFeed() {
		JsonMapper json = new JsonMapper();
		JsonNode written = json.readTree(json.writeValueAsBytes(JsonFeed.of(this.feed)));
		assertThat(written.get("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
		assertThat(written.get("feed_url").asString()).isEqualTo(this.feed.self());
		assertThat(written.at("/items/0/content_html").asString()).contains("]]> & <b>");
		assertThat(written.at("/items/0/date_published").asString()).isEqualTo("2026-11-21T21:05:00Z");
	}

	private static String text(Document document, String tag, int index) {
		return document.getElementsByTagName(tag).item(index).getTextContent();
	}

	private static Document parse(byte[] xml) throws Exception {
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
	}

}
