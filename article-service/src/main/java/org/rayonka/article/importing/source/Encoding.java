package org.rayonka.article.importing.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * In which encoding a file is written: its byte order mark tells, else its XML
 * declaration, else it is UTF-8 (XML 1.0, appendix F).
 */
final class Encoding {

	private static final Pattern DECLARED = Pattern
		.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([^\"']{1,40})");

	private static final int HEAD = 400;

	private Encoding() {
	}

	/**
	 * Opens a file as text.
	 * @param bytes a stream that can go back to its mark
	 * @return the text without its mark
	 */
	static StrictText open(InputStream bytes) throws IOException {
		bytes.mark(HEAD);
		byte[] head = bytes.readNBytes(HEAD);
		bytes.reset();
		Charset marked = marked(head);
		if (marked != null) {
			bytes.skipNBytes(marked.equals(StandardCharsets.UTF_8) ? 3 : 2);
			return new StrictText(bytes, marked);
		}
		return new StrictText(bytes, declared(head));
	}

	/**
	 * Looks at the first character that is no white space.
	 * @param bytes behind the byte order mark
	 * @return the character, a space when there is none near
	 */
	static char firstCharacter(InputStream bytes) throws IOException {
		bytes.mark(HEAD);
		byte[] head = bytes.readNBytes(HEAD);
		bytes.reset();
		for (byte one : head) {
			if (one > ' ') {
				return (char) one;
			}
		}
		return ' ';
	}

	private static @Nullable Charset marked(byte[] head) {
		if (begins(head, 0xEF, 0xBB, 0xBF)) {
			return StandardCharsets.UTF_8;
		}
		if (begins(head, 0xFE, 0xFF)) {
			return StandardCharsets.UTF_16BE;
		}
		return begins(head, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
	}

	private static Charset declared(byte[] head) {
		Matcher matcher = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
		if (!matcher.find()) {
			return StandardCharsets.UTF_8;
		}
		try {
			return Charset.forName(matcher.group(1));
		}
		catch (IllegalCharsetNameException | UnsupportedCharsetException ex) {
			throw new UnreadableFileException(1, "An encoding that nobody knows: " + matcher.group(1));
		}
	}

	private static boolean begins(byte[] head, int... mark) {
		for (int i = 0; i < mark.length; i++) {
			if (head.length <= i || (head[i] & 0xFF) != mark[i]) {
				return false;
			}
		}
		return true;
	}

}
