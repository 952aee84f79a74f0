package org.rayonka.comment.rules;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes the disguise off words: what is left are small letters of one alphabet without
 * marks, none of them repeated for emphasis. After the skeletons of Unicode Technical
 * Standard 39, with what Russian readers take for a letter besides.
 */
final class Skeleton {

	private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}@$]+");

	/** Within a word: {@code ду.рак}. */
	private static final Pattern JOINT = Pattern.compile("(?<=[\\p{L}\\p{N}])[.*_]{1,3}(?=[\\p{L}\\p{N}])");

	/** Three or more letters that stand alone: {@code д у р а к}. */
	private static final Pattern SPELLED = Pattern.compile("(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}@$]"
			+ "(?:[\\s.,:*_|/\\\\~+=·•–—-]{1,3}[\\p{L}\\p{N}@$](?![\\p{L}\\p{N}@$])){2,}+");

	/** Letters of a word with signs for others between them: {@code д*р#к}. */
	private static final Pattern MASKED = Pattern
		.compile("(?<![\\p{L}\\p{N}@$])[\\p{L}\\p{N}@$]++(?:[" + Mask.SIGNS + "]{1,4}+[\\p{L}\\p{N}@$]++)++");

	private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}@$]+");

	private static final Pattern WIDER = Pattern.compile("[^\\p{L}\\p{N}@$]{2,}");

	private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

	/** A word of letters and digits that all look like Cyrillic ones. */
	private static final Pattern TWINS = Pattern.compile("[aceopxykmth0346]+");

	private static final Pattern LATIN = Pattern.compile("[a-z]");

	private static final Pattern REPEATED = Pattern.compile("(.)\\1+");

	private static final Pattern MORE_THAN_TWICE = Pattern.compile("(.)\\1{2,}");

	private Skeleton() {
	}

	/**
	 * The words of a text as a reader may read them.
	 * @param text anything
	 * @return for each word, also such as are written apart, all its skeletons
	 */
	static List<Set<String>> words(String text) {
		String folded = fold(text);
		return Stream.of(words(WORD, folded), words(WORD, JOINT.matcher(folded).replaceAll("")), spelled(folded))
			.flatMap(Function.identity())
			.distinct()
			.map(Skeleton::of)
			.toList();
	}

	/**
	 * The words of a text in which signs stand for letters.
	 * @param text anything
	 * @return each as it reads in its alphabet
	 */
	static List<Mask> masked(String text) {
		return words(MASKED, fold(text)).distinct().flatMap(Skeleton::mask).toList();
	}

	/** A word of a list in the one alphabet in which it is written. */
	static String entry(String word) {
		String folded = fold(word);
		Alphabet alphabet = CYRILLIC.matcher(folded).find() ? Alphabet.CYRILLIC : Alphabet.LATIN;
		return MORE_THAN_TWICE.matcher(alphabet.spell(folded)).replaceAll("$1$1");
	}

	/** Small letters without marks; only й is no и with one. */
	private static String fold(String text) {
		String visible = UNSEEN.matcher(text).replaceAll("");
		String letters = Normalizer.normalize(visible, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
		return MARKS.matcher(letters.replace("и\u0306", "й")).replaceAll("");
	}

	private static Stream<String> words(Pattern pattern, String folded) {
		return pattern.matcher(folded).results().map(MatchResult::group);
	}

	/**
	 * Where the gap is wider another word may begin, and up to two words of one letter
	 * may stand before the one that is spelled.
	 */
	private static Stream<String> spelled(String folded) {
		return words(SPELLED, folded).flatMap((run) -> Stream.concat(Stream.of(run), WIDER.splitAsStream(run)))
			.map((run) -> NO_LETTER.matcher(run).replaceAll(""))
			.filter((word) -> word.length() > 2)
			.flatMap((word) -> Stream.of(word, word.substring(1), word.substring(2)));
	}

	/** Both with letters once and with letters at most twice: нигер is no insult. */
	private static Set<String> of(String word) {
		return Stream.of(cyrillic(word), latin(word))
			.flatMap((spelt) -> Stream.of(REPEATED.matcher(spelt).replaceAll("$1"),
					MORE_THAN_TWICE.matcher(spelt).replaceAll("$1$1")))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** In formulas two Latin letters often have a sign between them. */
	private static Stream<Mask> mask(String word) {
		if (CYRILLIC.matcher(word).find()) {
			return Stream.of(new Mask(Alphabet.CYRILLIC.spell(word)));
		}
		return (NO_LETTER.matcher(word).replaceAll("").length() < 3) ? Stream.empty()
				: Stream.of(new Mask(Alphabet.LATIN.spell(word)));
	}

	private static String cyrillic(String word) {
		boolean readable = CYRILLIC.matcher(word).find() || TWINS.matcher(word).matches();
		return readable ? Alphabet.CYRILLIC.spell(word) : word;
	}

	private static String latin(String word) {
		return LATIN.matcher(word).find() ? Alphabet.LATIN.spell(word) : word;
	}

}
