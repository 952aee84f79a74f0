package org.rayonka.article.importing.source;

import java.util.Queue;

/**
 * RSS 2.0, with the modules that newspapers use.
 */
final class RssDialect implements XmlDialect {

	@Override
	public void read(Xml xml, Queue<Entry> found) {
		switch (xml.name()) {
			case "item" -> found.add(RssItem.read(xml).entry());
			case "link" -> found.add(new Entry.Site(xml.text().strip()));
			default -> xml.skip();
		}
	}

}
