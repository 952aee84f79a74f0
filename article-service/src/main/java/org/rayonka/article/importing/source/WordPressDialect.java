package org.rayonka.article.importing.source;

import java.util.Queue;

/**
 * WordPress' export, WXR 1.0 to 1.2.
 */
final class WordPressDialect implements XmlDialect {

	@Override
	public void read(Xml xml, Queue<Entry> found) {
		switch (xml.name()) {
			case "item" -> found.add(WordPressItem.read(xml).entry());
			case "wp:author" -> found.add(author(xml));
			case "wp:base_blog_url" -> found.add(new Entry.Site(xml.text().strip()));
			default -> xml.skip();
		}
	}

	private static Entry author(Xml xml) {
		String login = "";
		String name = "";
		while (xml.child()) {
			switch (xml.name()) {
				case "wp:author_login" -> login = xml.text().strip();
				case "wp:author_display_name" -> name = xml.text().strip();
				default -> xml.skip();
			}
		}
		return new Entry.Author(login, name.isEmpty() ? login : name);
	}

}
