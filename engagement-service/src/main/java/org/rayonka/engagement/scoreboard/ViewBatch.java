package org.rayonka.engagement.scoreboard;

import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive records of one partition of the log.
 *
 * @param firstOffset of the first record
 * @param afterOffset of the record after the last
 * @param records those of them that change numbers
 */
public record ViewBatch(long firstOffset, long afterOffset, List<? extends LoggedRecord> records) {

	private static final int FIELDS = 6;

	List<String> arguments(String window) {
		List<String> arguments = new ArrayList<>(3 + FIELDS * this.records.size());
		arguments.add(window);
		arguments.add(Long.toString(this.firstOffset));
		arguments.add(Long.toString(this.afterOffset));
		this.records.forEach((record) -> arguments.addAll(record.arguments()));
		return arguments;
	}

}
