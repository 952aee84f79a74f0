package org.rayonka.engagement.scoreboard;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.rayonka.engagement.scoreboard.Scoreboard.Group;

/**
 * What a trending score is worth now. A score is the logarithm of the sum of 2^(hour /
 * half-life) over all views; now, each view counts for 2^(-age / half-life). In a list of
 * many editions that sum is divided by the edition's own sum plus a constant, so that a
 * village whose every reader opens a story stands beside the town.
 */
final class Trending {

	/**
	 * Views that an edition must have before its shares are taken at face value: a single
	 * view in an edition without readers is no sensation.
	 */
	private static final double SMOOTHING = 20;

	private final double now;

	private final boolean normalised;

	private final Map<String, Double> wholes = new HashMap<>();

	private Trending(double now, boolean normalised) {
		this.now = now;
		this.normalised = normalised;
	}

	static Trending of(ListName list, Instant now) {
		return new Trending((double) Window.hourOf(now) / list.window().halfLife(), list.edition().isEmpty());
	}

	void add(Group group) {
		if (group.whole() != null) {
			this.wholes.merge(group.edition(), worth(group.whole()), Double::sum);
		}
	}

	double value(String edition, double score) {
		return this.normalised ? worth(score) / (this.wholes.getOrDefault(edition, 0.0) + SMOOTHING) : worth(score);
	}

	private double worth(double score) {
		return Math.exp((score - this.now) * Math.log(2));
	}

}
