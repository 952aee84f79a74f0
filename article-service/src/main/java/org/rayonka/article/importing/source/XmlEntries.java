package org.rayonka.article.importing.source;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/**
 * What a feed or a WordPress export tells: its channel or feed is walked through child by
 * child.
 */
final class XmlEntries implements Entries {

	private final StrictText text;

	private final Xml xml;

	private final Format format;

	private final XmlDialect dialect;

	private final Deque<Entry> waiting = new ArrayDeque<>();

	private boolean ended;

	private XmlEntries(StrictText text, Xml xml, Format format, XmlDialect dialect) {
		this.text = text;
		this.xml = xml;
		this.format = format;
		this.dialect = dialect;
	}

	static XmlEntries open(StrictText text) {
		Xml xml = new Xml(text);
		xml.child();
		String root = xml.name();
		if (root.equals("atom:feed")) {
			return new XmlEntries(text, xml, Format.ATOM, new AtomDialect());
		}
		if (!root.equals("rss")) {
			throw new UnreadableFileException(xml.line(),
					"XML, but neither a WordPress export nor RSS 2.0 nor Atom: its root is <" + root + ">");
		}
		boolean wordPress = xml.declaresWordPress();
		if (!xml.child() || !xml.name().equals("channel")) {
			throw new UnreadableFileException(xml.line(), "<rss> without <channel>");
		}
		return wordPress ? new XmlEntries(text, xml, Format.WXR, new WordPressDialect())
				: new XmlEntries(text, xml, Format.RSS, new RssDialect());
	}

	@Override
	public @Nullable Entry next() throws IOException {
		while (this.waiting.isEmpty() && !this.ended) {
			if (this.xml.child()) {
				this.dialect.read(this.xml, this.waiting);
			}
			else {
				this.ended = true;
				this.xml.end();
			}
		}
		return this.waiting.poll();
	}

	@Override
	public Format format() {
		return this.format;
	}

	@Override
	public void close() throws IOException {
		this.text.close();
	}

}
