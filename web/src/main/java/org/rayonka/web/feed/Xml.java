package org.rayonka.web.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes an XML document; characters that XML 1.0 does not have are left out.
 */
final class Xml {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final XMLStreamWriter out;

	private Xml() throws XMLStreamException {
		this.out = XMLOutputFactory.newFactory().createXMLStreamWriter(this.bytes, "UTF-8");
	}

	static byte[] document(Content content) {
		try {
			Xml xml = new Xml();
			xml.out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
			content.writeTo(xml);
			xml.out.writeEndDocument();
			xml.out.close();
			return xml.bytes.toByteArray();
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Xml open(String name, String... attributes) throws XMLStreamException {
		this.out.writeStartElement(name);
		attributes(attributes);
		return this;
	}

	Xml close() throws XMLStreamException {
		this.out.writeEndElement();
		return this;
	}

	Xml text(String name, String text, String... attributes) throws XMLStreamException {
		open(name, attributes);
		this.out.writeCharacters(clean(text));
		return close();
	}

	Xml empty(String name, String... attributes) throws XMLStreamException {
		this.out.writeEmptyElement(name);
		attributes(attributes);
		return this;
	}

	private void attributes(String... attributes) throws XMLStreamException {
		for (int i = 0; i < attributes.length; i += 2) {
			this.out.writeAttribute(attributes[i], clean(attributes[i + 1]));
		}
	}

	static String clean(String text) {
		if (text.codePoints().allMatch(Xml::allowed)) {
			return text;
		}
		return text.codePoints()
			.filter(Xml::allowed)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	private static boolean allowed(int character) {
		return character == '\t' || character == '\n' || character == '\r' || (character >= 0x20 && character < 0xD800)
				|| (character > 0xDFFF && character < 0xFFFE) || character > 0xFFFF;
	}

	/** What stands in the document. */
	@FunctionalInterface
	interface Content {

		void writeTo(Xml xml) throws XMLStreamException;

	}

}
