package org.rayonka.engagement.scoreboard;

import java.util.Comparator;
import java.util.UUID;

/**
 * An article's place in a list before it has a rank.
 *
 * @param article its id
 * @param value what it is ranked by
 */
public record Entry(UUID article, double value) {

	/** Best first; of two as good, the newer one. */
	static final Comparator<Entry> BEST_FIRST = Comparator.comparingDouble(Entry::value)
		.thenComparing((entry) -> entry.article().toString())
		.reversed();

}
