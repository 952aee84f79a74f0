package org.rayonka.engagement.counts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Why an article's number of views is what it is. As of the latest snapshot, about a
 * second old.
 *
 * @param views the sum of what was counted, and of what the article has brought along
 * @param opening what it has brought along, of no day
 * @param days newest first
 * @param asOf the moment for which they stand
 */
record Audit(long views, Opening opening, List<Day> days, Instant asOf) {

	static Audit of(Opening opening, List<Day> days, Instant asOf) {
		return new Audit(opening.views() + days.stream().mapToLong(Day::counted).sum(), opening, days, asOf);
	}

	/**
	 * The balance with which an article came from another site.
	 *
	 * @param views counted there
	 * @param likes given there
	 */
	record Opening(long views, long likes) {

		static final Opening NONE = new Opening(0, 0);

	}

	/**
	 * What came of the beacons of a day.
	 *
	 * @param day in UTC
	 * @param counted readers' views that are shown
	 * @param repeated readers' views within the window of an earlier one
	 * @param crawler of robots that say so
	 * @param automated of programs that do not say so
	 * @param prefetch of pages fetched ahead
	 */
	record Day(LocalDate day, long counted, long repeated, long crawler, long automated, long prefetch) {
	}

}
