package org.rayonka.web.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import javax.xml.stream.XMLStreamException;

import org.rayonka.web.article.Article.Picture;

/**
 * RSS 2.0 with the whole text, authors by Dublin Core and pictures by Media RSS.
 */
final class RssFeed {

	private RssFeed() {
	}

	static byte[] write(Feed feed) {
		return Xml.document((xml) -> {
			xml.open("rss", "version", "2.0", "xmlns:atom", "http://www.w3.org/2005/Atom", "xmlns:content",
					"http://purl.org/rss/1.0/modules/content/", "xmlns:dc", "http://purl.org/dc/elements/1.1/",
					"xmlns:media", "http://search.yahoo.com/mrss/");
			channel(xml, feed);
			xml.close();
		});
	}

	private static void channel(Xml xml, Feed feed) throws XMLStreamException {
		xml.open("channel")
			.text("title", feed.title())
			.text("link", feed.home())
			.text("description", feed.description())
			.text("language", "ru")
			.text("lastBuildDate", date(feed.updated()))
			.text("ttl", "5")
			.empty("atom:link", "rel", "self", "type", "application/rss+xml", "href", feed.self());
		for (Feed.Entry entry : feed.entries()) {
			item(xml, entry);
		}
		xml.close();
	}

	private static void item(Xml xml, Feed.Entry entry) throws XMLStreamException {
		xml.open("item")
			.text("title", entry.headline())
			.text("link", entry.url())
			.text("guid", "urn:uuid:" + entry.id(), "isPermaLink", "false")
			.text("pubDate", date(entry.published()))
			.text("description", entry.summary());
		if (!entry.author().isEmpty()) {
			xml.text("dc:creator", entry.author());
		}
		for (String category : entry.categories()) {
			xml.text("category", category);
		}
		Picture picture = entry.picture();
		if (picture != null) {
			xml.empty("media:content", "medium", "image", "url", picture.url());
		}
		if (!entry.html().isEmpty()) {
			xml.text("content:encoded", entry.html());
		}
		xml.close();
	}

	private static String date(Instant instant) {
		return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
	}

}
