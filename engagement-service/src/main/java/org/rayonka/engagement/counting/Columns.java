package org.rayonka.engagement.counting;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.rayonka.engagement.scoreboard.Snapshot.HourRow;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * Rows as arrays, one for each column, as {@code unnest} takes them: one statement for
 * any number of rows.
 */
public final class Columns {

	private Columns() {
	}

	/**
	 * Binds rows of hours.
	 * @param statement with the parameters articles, hours and one for each verdict
	 * @param rows in any order
	 * @return the statement, bound
	 */
	public static GenericExecuteSpec bind(GenericExecuteSpec statement, List<HourRow> rows) {
		return statement.bind("articles", rows.stream().map(HourRow::article).toArray(UUID[]::new))
			.bind("hours", of(rows, HourRow::hour))
			.bind("counted", of(rows, HourRow::counted))
			.bind("repeated", of(rows, HourRow::repeated))
			.bind("crawler", of(rows, HourRow::crawler))
			.bind("automated", of(rows, HourRow::automated))
			.bind("prefetch", of(rows, HourRow::prefetch));
	}

	/**
	 * One column.
	 * @param <T> a row
	 * @param rows in the order of the array
	 * @param value the column's
	 * @return as many as there are rows
	 */
	public static <T> Long[] of(List<T> rows, Function<T, Long> value) {
		return rows.stream().map(value).toArray(Long[]::new);
	}

}
