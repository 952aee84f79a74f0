package org.rayonka.article.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Where a search looks.
 *
 * @param marks that a match must have, each beside its words in the index
 * @param from the earliest date, null for any
 * @param to the latest date, null for any
 */
public record Scope(List<String> marks, @Nullable Instant from, @Nullable Instant to) {

	/**
	 * Looks for what has all the given properties.
	 * @param properties by their letter in the index, such as {@code e} for the edition;
	 * null leaves one open
	 * @param from the earliest date
	 * @param to the latest date
	 * @return the scope
	 */
	public static Scope of(Map<String, ? extends @Nullable Object> properties, @Nullable Instant from,
			@Nullable Instant to) {
		List<String> marks = new ArrayList<>();
		properties.forEach((letter, value) -> {
			if (value != null) {
				marks.add(letter + ":" + value);
			}
		});
		return new Scope(marks, from, to);
	}

	Moment oldest() {
		return (this.from != null) ? Moment.beginOf(this.from) : Moment.FIRST;
	}

	/** The earlier of a place and the latest date. */
	Moment newest(Moment place) {
		return (this.to != null && this.to.isBefore(place.at())) ? Moment.endOf(this.to) : place;
	}

}
