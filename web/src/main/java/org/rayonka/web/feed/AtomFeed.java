package org.rayonka.web.feed;

import javax.xml.stream.XMLStreamException;

/**
 * Atom (RFC 4287).
 */
final class AtomFeed {

	private AtomFeed() {
	}

	static byte[] write(Feed feed) {
		return Xml.document((xml) -> {
			xml.open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", "ru")
				.text("title", feed.title())
				.text("subtitle", feed.description())
				.text("id", feed.self())
				.text("updated", feed.updated().toString())
				.empty("link", "rel", "self", "type", "application/atom+xml", "href", feed.self())
				.empty("link", "rel", "alternate", "type", "text/html", "href", feed.home());
			for (Feed.Entry entry : feed.entries()) {
				entry(xml, feed, entry);
			}
			xml.close();
		});
	}

	private static void entry(Xml xml, Feed feed, Feed.Entry entry) throws XMLStreamException {
		xml.open("entry")
			.text("title", entry.headline())
			.text("id", "urn:uuid:" + entry.id())
			.text("published", entry.published().toString())
			.text("updated", entry.updated().toString())
			.empty("link", "rel", "alternate", "type", "text/html", "href", entry.url())
			.open("author")
			.text("name", entry.author().isEmpty() ? feed.title() : entry.author())
			.close();
		for (String category : entry.categories()) {
			xml.empty("category", "term", category);
		}
		if (!entry.summary().isEmpty()) {
			xml.text("summary", entry.summary());
		}
		if (!entry.html().isEmpty()) {
			xml.text("content", entry.html(), "type", "html");
		}
		xml.close();
	}

}
