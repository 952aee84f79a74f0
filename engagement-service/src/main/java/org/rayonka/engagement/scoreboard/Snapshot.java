package org.rayonka.engagement.scoreboard;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What changed in a partition since the last snapshot that PostgreSQL committed, as
 * absolute numbers.
 *
 * @param partition of the topic of views
 * @param nextOffset all records below it are in the numbers
 * @param clock the latest event time seen in the log, in milliseconds
 * @param hours numbers of an article in an hour
 * @param totals counted views of an article over all time
 * @param remembered new entries of the de-duplication, each a key and a time
 * @param freshEntries how many of them were looked at
 * @param generation how often the numbers were made anew from the log
 */
public record Snapshot(int partition, long nextOffset, long clock, List<HourRow> hours, List<Total> totals,
		List<String> remembered, long freshEntries, long generation) {

	static Snapshot of(Answer answer) {
		return new Snapshot(answer.partition(), answer.number(1), answer.number(2),
				answer.list(3).stream().map(HourRow::of).toList(), answer.list(4).stream().map(Total::of).toList(),
				answer.list(5).stream().map(String::valueOf).toList(), answer.number(6), answer.number(7));
	}

	/**
	 * An article's views in an hour.
	 *
	 * @param article its id
	 * @param hour as of {@link Window#hourOf}
	 * @param counted shown
	 * @param repeated within the window of an earlier one
	 * @param crawler of robots that say so
	 * @param automated of programs that do not say so
	 * @param prefetch of pages fetched ahead
	 */
	public record HourRow(UUID article, long hour, long counted, long repeated, long crawler, long automated,
			long prefetch) {

		static HourRow of(@Nullable Object part) {
			List<@Nullable Object> row = Answer.asList(part);
			return new HourRow(UUID.fromString(String.valueOf(row.get(1))), Answer.asNumber(row.get(0)),
					Answer.asNumber(row.get(2)), Answer.asNumber(row.get(3)), Answer.asNumber(row.get(4)),
					Answer.asNumber(row.get(5)), Answer.asNumber(row.get(6)));
		}

		List<String> arguments() {
			return List.of(Long.toString(this.hour), this.article.toString(), Long.toString(this.counted),
					Long.toString(this.repeated), Long.toString(this.crawler), Long.toString(this.automated),
					Long.toString(this.prefetch));
		}

	}

	/**
	 * An article's views over all time, and what of its numbers it has brought along.
	 *
	 * @param article its id
	 * @param views counted views, those brought along among them
	 * @param openingViews brought along
	 * @param openingLikes brought along; standing likes are not known here
	 */
	public record Total(UUID article, long views, long openingViews, long openingLikes) {

		static Total of(@Nullable Object part) {
			List<@Nullable Object> row = Answer.asList(part);
			return new Total(UUID.fromString(String.valueOf(row.get(0))), Answer.asNumber(row.get(1)),
					Answer.asNumber(row.get(2)), Answer.asNumber(row.get(3)));
		}

	}

}
