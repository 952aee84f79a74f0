package org.rayonka.comment.rules;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Words that are not to be said. An entry stands for the word with its endings, or with a
 * {@code *} behind it for all words that begin so; one with a {@code !} before it is
 * innocent whatever the others say. A word is never found in the middle of another; it is
 * also found where signs stand for some of its letters.
 */
final class WordList {

	static final WordList EMPTY = new WordList(List.of());

	private static final String ENDINGS = """
			а я о е у ю ы и ь й ой ей ою ею ью ом ем ам ям ами ями ах ях ов ев ый ий ая яя ое ее ые ие ого его
			ому ему ым им ую юю ых их ыми ими s es ed er ers ing""";

	private static final List<String> FORMS = Stream.concat(Stream.of(""), Stream.of(ENDINGS.split("\\s+"))).toList();

	private static final String VOWELS = "аеиоуыэюяьй";

	private static final int SHORT = 4;

	private final Map<String, String> stems = new HashMap<>();

	private final Map<String, String> words = new HashMap<>();

	private final Set<String> innocent = new HashSet<>();

	WordList(Collection<String> entries) {
		entries.forEach(this::add);
	}

	private void add(String entry) {
		String word = Skeleton.entry(entry.replaceAll("[!*]", ""));
		if (entry.startsWith("!")) {
			this.innocent.add(entry.endsWith("*") ? word + "*" : word);
		}
		else if (entry.endsWith("*")) {
			this.stems.put(word, entry);
		}
		else {
			this.words.put(base(word), entry);
		}
	}

	/**
	 * Looks for the words of this list.
	 * @param text anything
	 * @return the first entry found; empty when the text has none of them
	 */
	Optional<String> find(String text) {
		Stream<String> written = Skeleton.words(text)
			.stream()
			.filter((word) -> word.stream().noneMatch(this::innocent))
			.flatMap(Set::stream)
			.flatMap(this::entries);
		Stream<String> masked = Skeleton.masked(text).stream().filter(this::noneIsInnocent).flatMap(this::entries);
		return Stream.concat(written, masked).findFirst();
	}

	private boolean noneIsInnocent(Mask mask) {
		return this.innocent.stream()
			.noneMatch((word) -> word.endsWith("*") ? mask.mayBegin(word.substring(0, word.length() - 1))
					: mask.mayBe(word));
	}

	private Stream<String> entries(Mask mask) {
		Stream<String> begun = this.stems.entrySet()
			.stream()
			.filter((stem) -> mask.mayBegin(stem.getKey()))
			.map(Map.Entry::getValue);
		Stream<String> inflected = this.words.entrySet()
			.stream()
			.filter((word) -> mask.mayBegin(word.getKey())
					&& FORMS.stream().anyMatch((ending) -> mask.mayBe(word.getKey() + ending)))
			.map(Map.Entry::getValue);
		return Stream.concat(begun, inflected);
	}

	private boolean innocent(String word) {
		return this.innocent.contains(word)
				|| beginnings(word).anyMatch((beginning) -> this.innocent.contains(beginning + "*"));
	}

	private Stream<String> entries(String word) {
		Stream<String> begun = beginnings(word).flatMap((beginning) -> Stream.ofNullable(this.stems.get(beginning)));
		Stream<String> inflected = FORMS.stream()
			.filter(word::endsWith)
			.map((ending) -> word.substring(0, word.length() - ending.length()))
			.flatMap((base) -> Stream.ofNullable(this.words.get(base)));
		return Stream.concat(begun, inflected);
	}

	private static Stream<String> beginnings(String word) {
		return IntStream.rangeClosed(1, Math.min(word.length(), 60)).mapToObj((end) -> word.substring(0, end));
	}

	/** What stays the same in all forms. */
	private static String base(String word) {
		boolean inflected = word.length() >= SHORT && VOWELS.indexOf(word.charAt(word.length() - 1)) >= 0;
		return inflected ? word.substring(0, word.length() - 1) : word;
	}

}
