package org.rayonka.article.writing;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The readable end of an article's address: the headline in Latin letters, transliterated
 * as Russian media and passports do (BGN/PCGN without its apostrophes).
 */
public final class Slug {

	private static final int LONGEST = 80;

	private static final String NAMELESS = "material";

	private static final Map<Character, String> LATIN = table("а a б b в v г g д d е e ё e ж zh з z и i й y к k л l "
			+ "м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ы y э e ю yu я ya "
			+ "і i ї yi є ye ґ g ў u ј j љ lj њ nj ћ c ђ dj ҡ k ҙ z ғ g ң n ө o ү u һ h ә a җ zh");

	/** Letters that are not written at all. */
	private static final String MUTE = "ъь'’ʼ`";

	private Slug() {
	}

	private static Map<Character, String> table(String pairs) {
		Map<Character, String> table = new HashMap<>();
		String[] words = pairs.split(" ", -1);
		for (int i = 0; i < words.length; i += 2) {
			table.put(words[i].charAt(0), words[i + 1]);
		}
		return Map.copyOf(table);
	}

	/**
	 * The slug of a headline.
	 * @param headline plain text
	 * @return lower-case letters, digits and single hyphens between them; never empty
	 */
	public static String of(String headline) {
		StringBuilder slug = new StringBuilder();
		Normalizer.normalize(headline, Normalizer.Form.NFC)
			.toLowerCase(Locale.ROOT)
			.chars()
			.forEach((letter) -> append(slug, (char) letter));
		String whole = trimmed(slug);
		return whole.isEmpty() ? NAMELESS : shortened(whole);
	}

	private static void append(StringBuilder slug, char letter) {
		String latin = LATIN.get(letter);
		if (latin != null) {
			slug.append(latin);
		}
		else if (MUTE.indexOf(letter) < 0 && Character.getType(letter) != Character.NON_SPACING_MARK) {
			appendPlain(slug, Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFKD));
		}
	}

	private static void appendPlain(StringBuilder slug, String letters) {
		char first = letters.charAt(0);
		if ((first >= 'a' && first <= 'z') || (first >= '0' && first <= '9')) {
			slug.append(first);
		}
		else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
			slug.append('-');
		}
	}

	private static String trimmed(StringBuilder slug) {
		return slug.toString().replaceAll("-+$", "");
	}

	private static String shortened(String slug) {
		if (slug.length() <= LONGEST) {
			return slug;
		}
		int end = slug.lastIndexOf('-', LONGEST);
		return slug.substring(0, (end > LONGEST / 2) ? end : LONGEST);
	}

	/**
	 * A slug that is not taken.
	 * @param wanted the slug
	 * @param taken those that begin like it
	 * @return the slug, or with -2, -3 and so on at its end
	 */
	static String free(String wanted, Collection<String> taken) {
		Set<String> known = new HashSet<>(taken);
		String candidate = wanted;
		for (int number = 2; known.contains(candidate); number++) {
			candidate = wanted + "-" + number;
		}
		return candidate;
	}

}
