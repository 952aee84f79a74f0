package org.rayonka.engagement.scoreboard;

/**
 * Which list.
 *
 * @param metric what it ranks by
 * @param window how far back it looks
 * @param edition slug of an edition, empty for the network
 * @param rubric slug of a rubric, empty for all of them
 */
public record ListName(Metric metric, Window window, String edition, String rubric) {

	/** All time has no trending of its own: what is older has cooled down anyway. */
	String key() {
		Window kept = (this.metric == Metric.TRENDING && this.window == Window.ALL) ? Window.MONTH : this.window;
		return this.metric + ":" + kept;
	}

}
