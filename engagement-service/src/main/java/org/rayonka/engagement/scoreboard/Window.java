package org.rayonka.engagement.scoreboard;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The stretch of time that a list looks back over, in whole hours, the current one
 * included. In trending lists it decides how fast a view loses weight.
 */
public enum Window {

	/** A day; trending halves in six hours. */
	DAY("24h", 24, 6),

	/** A week; trending halves in a day. */
	WEEK("7d", 168, 24),

	/** A month; trending halves in three days. */
	MONTH("30d", 720, 72),

	/** All time; trending is the month's. */
	ALL("all", Integer.MAX_VALUE, 72);

	/** The windows that hours leave. */
	public static final List<Window> ROLLING = List.of(DAY, WEEK, MONTH);

	private final String text;

	private final int hours;

	private final int halfLife;

	Window(String text, int hours, int halfLife) {
		this.text = text;
		this.hours = hours;
		this.halfLife = halfLife;
	}

	/**
	 * Reads a window as it stands in a request.
	 * @param text such as {@code 24h}
	 * @return the window, empty when there is none of that name
	 */
	public static Optional<Window> of(String text) {
		return Arrays.stream(values()).filter((window) -> window.text.equals(text)).findFirst();
	}

	/**
	 * The hour of a moment, as the scoreboard numbers hours.
	 * @param moment any
	 * @return whole hours since 1970
	 */
	public static long hourOf(Instant moment) {
		return Math.floorDiv(moment.getEpochSecond(), ChronoUnit.HOURS.getDuration().toSeconds());
	}

	/**
	 * The oldest hour that belongs to the window.
	 * @param now the moment from which it looks back
	 * @return an hour as of {@link #hourOf}
	 */
	public long low(Instant now) {
		return hourOf(now) - this.hours + 1;
	}

	/**
	 * After how many hours a view is worth half in the trending list.
	 * @return hours
	 */
	public int halfLife() {
		return this.halfLife;
	}

	@Override
	public String toString() {
		return this.text;
	}

}
