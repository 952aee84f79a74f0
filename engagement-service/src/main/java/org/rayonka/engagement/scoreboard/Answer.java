package org.rayonka.engagement.scoreboard;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a script answered: a word, then its parts.
 *
 * @param partition whose keys it saw
 * @param parts as Redis sent them
 */
record Answer(int partition, List<@Nullable Object> parts) {

	String word() {
		return String.valueOf(this.parts.getFirst());
	}

	boolean is(String word) {
		return word().equals(word);
	}

	/** The answer itself, unless the partition's numbers are not there. */
	Answer orLost() {
		if (is("lost")) {
			throw new ScoreboardLostException(this.partition);
		}
		return this;
	}

	long number(int index) {
		return Long.parseLong(String.valueOf(this.parts.get(index)));
	}

	List<@Nullable Object> list(int index) {
		return asList(this.parts.get(index));
	}

	@SuppressWarnings("unchecked")
	static List<@Nullable Object> asList(@Nullable Object part) {
		return (part instanceof List<?> list) ? (List<@Nullable Object>) list : List.of();
	}

	static long asNumber(@Nullable Object part) {
		return (part != null) ? Long.parseLong(part.toString()) : 0;
	}

}
