package org.rayonka.article.importing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

import org.jsoup.Jsoup;

/**
 * Plain text out of what old sites write where plain text belongs: with entities, tags
 * and characters that nobody sees.
 */
final class Words {

	private Words() {
	}

	/**
	 * A line of plain text.
	 * @param html perhaps with entities and tags
	 * @param longest cut at a word beyond this
	 * @return may be empty
	 */
	static String ofHtml(String html, int longest) {
		return line((html.indexOf('<') < 0 && html.indexOf('&') < 0) ? html : Jsoup.parseBodyFragment(html).text(),
				longest);
	}

	static String line(String text, int longest) {
		String plain = Normalizer.normalize(text, Normalizer.Form.NFC)
			.codePoints()
			.filter(Words::plain)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString()
			.replaceAll("[\\s\u00a0]+", " ")
			.strip();
		return (plain.length() <= longest) ? plain : cut(plain, longest);
	}

	private static String cut(String text, int longest) {
		int end = text.lastIndexOf(' ', longest - 1);
		int cut = (end > longest / 2) ? end : longest - 1;
		return text.substring(0, Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut) + "…";
	}

	private static boolean plain(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL -> character == '\t' || character == '\n' || character == '\r';
			case Character.SURROGATE, Character.UNASSIGNED -> false;
			default -> true;
		};
	}

	/**
	 * Text without the percent signs of addresses.
	 * @param text perhaps encoded
	 * @return decoded as far as it can be
	 */
	static String decoded(String text) {
		if (text.indexOf('%') < 0) {
			return text;
		}
		try {
			return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

}
