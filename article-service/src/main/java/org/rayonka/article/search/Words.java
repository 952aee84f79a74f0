package org.rayonka.article.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.rayonka.article.InvalidRequest;

/**
 * What somebody typed into a search, as words: no sign in it has a meaning, so that
 * nothing that can be typed is an error in a query language.
 *
 * @param list lower case and ё as е, in the order in which they were typed
 */
record Words(List<String> list) {

	private static final int MOST = 12;

	private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");

	static Words of(String typed) {
		String folded = Normalizer.normalize(typed, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).replace('ё', 'е');
		List<String> list = GAP.splitAsStream(folded).filter((word) -> !word.isEmpty()).toList();
		if (list.size() > MOST) {
			throw InvalidRequest.words(MOST);
		}
		return new Words(list);
	}

	boolean isEmpty() {
		return this.list.isEmpty();
	}

	/** The last word may still be being typed. */
	String last() {
		return this.list.getLast();
	}

	Words with(int place, String word) {
		List<String> changed = new ArrayList<>(this.list);
		changed.set(place, word);
		return new Words(List.copyOf(changed));
	}

	String text() {
		return String.join(" ", this.list);
	}

}
