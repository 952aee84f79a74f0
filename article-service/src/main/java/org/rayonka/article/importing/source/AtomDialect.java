package org.rayonka.article.importing.source;

import java.util.Queue;

/**
 * Atom, RFC 4287.
 */
final class AtomDialect implements XmlDialect {

	private String author = "";

	@Override
	public void read(Xml xml, Queue<Entry> found) {
		switch (xml.name()) {
			case "atom:entry" -> found.add(AtomItem.read(xml).entry(this.author));
			case "atom:author" -> this.author = AtomItem.person(xml);
			case "atom:link" -> {
				if (AtomItem.alternate(xml)) {
					found.add(new Entry.Site(xml.attribute("href").strip()));
				}
				xml.skip();
			}
			default -> xml.skip();
		}
	}

}
