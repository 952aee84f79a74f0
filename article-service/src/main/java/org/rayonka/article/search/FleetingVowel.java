package org.rayonka.article.search;

import java.util.List;
import java.util.stream.Stream;

/**
 * A vowel that comes and goes in a Russian word's forms, посёлок and в посёлке: the
 * stemmer leaves two stems of it, and a search for one has to find the other.
 */
final class FleetingVowel {

	private static final List<String> WITH = List.of("ок", "ек");

	private static final String VOWELS = "аеиоуыэюя";

	private FleetingVowel() {
	}

	/**
	 * The stems of a word.
	 * @param lexeme one of them
	 * @return that one first; variants that are no word find nothing
	 */
	static Stream<String> variants(String lexeme) {
		int end = lexeme.length() - 1;
		if (end < 3) {
			return Stream.of(lexeme);
		}
		if (WITH.stream().anyMatch(lexeme::endsWith)) {
			return Stream.of(lexeme, lexeme.substring(0, end - 1) + "к");
		}
		if (lexeme.endsWith("ец")) {
			return Stream.of(lexeme, lexeme.substring(0, end - 1) + "ц", lexeme.substring(0, end - 1) + "ьц");
		}
		boolean without = VOWELS.indexOf(lexeme.charAt(end - 1)) < 0;
		return switch (lexeme.charAt(end)) {
			case 'к' -> without ? Stream.of(lexeme, before(lexeme, "ок"), before(lexeme, "ек")) : Stream.of(lexeme);
			case 'ц' -> without ? Stream.of(lexeme, before(lexeme, "ец")) : Stream.of(lexeme);
			default -> Stream.of(lexeme);
		};
	}

	private static String before(String lexeme, String ending) {
		return lexeme.substring(0, lexeme.length() - 1).replaceFirst("ь$", "") + ending;
	}

}
