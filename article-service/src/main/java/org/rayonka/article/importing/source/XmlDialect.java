package org.rayonka.article.importing.source;

import java.util.Queue;

/**
 * How one format of XML tells of posts. Each keeps what the channel says of all of them.
 */
sealed interface XmlDialect permits WordPressDialect, RssDialect, AtomDialect {

	/**
	 * Reads a child of the channel to its end.
	 * @param xml at the child
	 * @param found takes what it tells
	 */
	void read(Xml xml, Queue<Entry> found);

}
