package org.rayonka.engagement.scoreboard;

import java.util.Map;

/**
 * How far a partition is counted.
 *
 * @param nextOffset the first record of the log that is not in the numbers
 * @param clock the latest event time seen in the log, in milliseconds
 * @param generation how often the numbers it began with were made anew from the log
 * @param told how much it has been told of what is not in the log
 * @param lows the lower bound of each rolling window, as an hour
 */
public record Progress(long nextOffset, long clock, long generation, Told told, Map<Window, Long> lows) {

	static Progress of(Map<String, String> state) {
		return new Progress(number(state, "next"), number(state, "clock"), number(state, "generation"),
				new Told(state.getOrDefault("epoch", ""), number(state, "told")),
				Map.of(Window.DAY, number(state, "low:24h"), Window.WEEK, number(state, "low:7d"), Window.MONTH,
						number(state, "low:30d")));
	}

	private static long number(Map<String, String> state, String field) {
		return Long.parseLong(state.getOrDefault(field, "0"));
	}

}
