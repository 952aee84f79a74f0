package org.rayonka.engagement.scoreboard;

import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive records of one partition of the log.
 *
 * @param firstOffset of the first record
 * @param afterOffset of the record after the last
 * @param views those of the records that are views
 */
public record ViewBatch(long firstOffset, long afterOffset, List<LoggedView> views) {

	private static final int FIELDS = 6;

	List<String> arguments(String window) {
		List<String> arguments = new ArrayList<>(3 + FIELDS * this.views.size());
		arguments.add(window);
		arguments.add(Long.toString(this.firstOffset));
		arguments.add(Long.toString(this.afterOffset));
		this.views.forEach((view) -> arguments.addAll(view.arguments()));
		return arguments;
	}

}
