package org.rayonka.engagement.recount;

import java.util.Objects;

import io.r2dbc.spi.Readable;

/**
 * How many beacons were taken for what.
 *
 * @param counted readers' views that are shown
 * @param repeated readers' views within the window of an earlier one
 * @param crawler of robots that say so
 * @param automated of programs that do not say so
 * @param prefetch of pages fetched ahead
 */
record Verdicts(long counted, long repeated, long crawler, long automated, long prefetch) {

	static final Verdicts NONE = new Verdicts(0, 0, 0, 0, 0);

	static Verdicts of(Readable row) {
		return new Verdicts(number(row, "counted"), number(row, "repeated"), number(row, "crawler"),
				number(row, "automated"), number(row, "prefetch"));
	}

	Verdicts plus(Verdicts other) {
		return new Verdicts(this.counted + other.counted, this.repeated + other.repeated, this.crawler + other.crawler,
				this.automated + other.automated, this.prefetch + other.prefetch);
	}

	private static long number(Readable row, String column) {
		return Objects.requireNonNullElse(row.get(column, Long.class), 0L);
	}

}
