package org.rayonka.engagement.scoreboard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a list ranks by.
 */
public enum Metric {

	/** Counted views. */
	VIEWS,

	/** Standing likes. */
	LIKES,

	/** Comments that everybody may read. */
	COMMENTS,

	/** Counted views, the newer the heavier. */
	TRENDING;

	/**
	 * Reads a metric as it stands in a request.
	 * @param text such as {@code views}
	 * @return the metric, empty when there is none of that name
	 */
	public static Optional<Metric> of(String text) {
		return Arrays.stream(values()).filter((metric) -> metric.toString().equals(text)).findFirst();
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
