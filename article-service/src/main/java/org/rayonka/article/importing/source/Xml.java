package org.rayonka.article.importing.source;

import java.io.Reader;
import java.util.Map;
import java.util.Objects;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jsoup.nodes.Entities;

/**
 * A walk through an XML file, element by element. Document types are refused, so that no
 * entity can be declared; every failure names its line.
 */
final class Xml {

	/** No text of an honest post is longer. */
	private static final int LONGEST = 8_000_000;

	private static final Map<String, String> PREFIXES = Map.of("http://purl.org/rss/1.0/modules/content/", "content:",
			"http://purl.org/dc/elements/1.1/", "dc:", "http://search.yahoo.com/mrss/", "media:",
			"http://www.w3.org/2005/Atom", "atom:", "http://purl.org/rss/1.0/modules/slash/", "slash:",
			"http://news.yandex.ru", "yandex:", "http://www.w3.org/1999/xhtml", "xhtml:",
			"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:");

	private static final String WORDPRESS = "http://wordpress.org/export/";

	private static final XMLInputFactory FACTORY = factory();

	private final XMLStreamReader reader;

	Xml(Reader text) {
		try {
			this.reader = FACTORY.createXMLStreamReader(text);
		}
		catch (XMLStreamException ex) {
			throw unreadable(ex);
		}
	}

	private static XMLInputFactory factory() {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
		factory.setXMLResolver((publicId, systemId, base, namespace) -> {
			throw new XMLStreamException("External entities are refused");
		});
		return factory;
	}

	long line() {
		return this.reader.getLocation().getLineNumber();
	}

	/**
	 * Goes to the next element within the present one.
	 * @return false when the present one has ended
	 */
	boolean child() {
		while (true) {
			switch (next()) {
				case XMLStreamConstants.START_ELEMENT -> {
					return true;
				}
				case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
					return false;
				}
				default -> {
				}
			}
		}
	}

	/** The element's name with a prefix of ours, whatever prefix the file uses. */
	String name() {
		String namespace = this.reader.getNamespaceURI();
		return prefix((namespace != null) ? namespace : "") + this.reader.getLocalName();
	}

	private static String prefix(String namespace) {
		if (namespace.startsWith(WORDPRESS)) {
			return namespace.endsWith("/excerpt/") ? "excerpt:" : "wp:";
		}
		return namespace.isEmpty() ? "" : PREFIXES.getOrDefault(namespace, "other:");
	}

	/** Whether the file says that WordPress has written it. */
	boolean declaresWordPress() {
		for (int i = 0; i < this.reader.getNamespaceCount(); i++) {
			if (Objects.requireNonNullElse(this.reader.getNamespaceURI(i), "").startsWith(WORDPRESS)) {
				return true;
			}
		}
		return false;
	}

	String attribute(String name) {
		for (int i = 0; i < this.reader.getAttributeCount(); i++) {
			if (this.reader.getAttributeLocalName(i).equals(name)) {
				return this.reader.getAttributeValue(i);
			}
		}
		return "";
	}

	/** The text of the element, its CDATA sections joined, and goes to its end. */
	String text() {
		StringBuilder text = new StringBuilder();
		for (int depth = 1; depth > 0;) {
			switch (next()) {
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
					append(text, this.reader.getText());
				case XMLStreamConstants.ENTITY_REFERENCE -> append(text, entity());
				case XMLStreamConstants.START_ELEMENT -> depth++;
				case XMLStreamConstants.END_ELEMENT -> depth--;
				default -> {
				}
			}
		}
		return text.toString();
	}

	/** The element's content written as HTML, and goes to its end. */
	String markup() {
		StringBuilder html = new StringBuilder();
		for (int depth = 1; depth > 0;) {
			switch (next()) {
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
					append(html, escaped(this.reader.getText()));
				case XMLStreamConstants.ENTITY_REFERENCE -> append(html, entity());
				case XMLStreamConstants.START_ELEMENT -> {
					depth++;
					open(html);
				}
				case XMLStreamConstants.END_ELEMENT -> {
					depth--;
					append(html, (depth > 0) ? "</" + this.reader.getLocalName() + ">" : "");
				}
				default -> {
				}
			}
		}
		return html.toString();
	}

	private void open(StringBuilder html) {
		html.append('<').append(this.reader.getLocalName());
		for (int i = 0; i < this.reader.getAttributeCount(); i++) {
			html.append(' ').append(this.reader.getAttributeLocalName(i)).append("=\"");
			append(html, escaped(this.reader.getAttributeValue(i)).replace("\"", "&quot;"));
			html.append('"');
		}
		html.append('>');
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

	/** HTML's entities are not XML's, but feeds use them. */
	private String entity() {
		String name = this.reader.getLocalName();
		String character = Entities.getByName(name);
		if (character.isEmpty()) {
			throw new UnreadableFileException(line(), "The entity &" + name + "; is not declared");
		}
		return character;
	}

	private void append(StringBuilder text, String more) {
		if (text.length() + more.length() > LONGEST) {
			throw new UnreadableFileException(line(), "A text of more than " + LONGEST + " characters");
		}
		text.append(more);
	}

	/** Goes to the end of the element. */
	void skip() {
		while (child()) {
			skip();
		}
	}

	/** Reads to the end of the file, where nothing may stand any more. */
	void end() {
		while (hasNext()) {
			next();
		}
	}

	private boolean hasNext() {
		try {
			return this.reader.hasNext();
		}
		catch (XMLStreamException ex) {
			throw unreadable(ex);
		}
	}

	private int next() {
		try {
			int event = this.reader.next();
			if (event == XMLStreamConstants.DTD) {
				throw new UnreadableFileException(line(), "Document types (<!DOCTYPE>) are refused");
			}
			return event;
		}
		catch (XMLStreamException ex) {
			throw unreadable(ex);
		}
	}

	private static UnreadableFileException unreadable(XMLStreamException failure) {
		String message = Objects.toString(failure.getMessage(), "The XML cannot be read");
		int line = (failure.getLocation() != null) ? failure.getLocation().getLineNumber() : 1;
		return new UnreadableFileException(line, message.replaceFirst("(?s)^ParseError.*?Message: ", "").strip());
	}

}
