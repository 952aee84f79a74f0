package org.rayonka.engagement.scoreboard;

/**
 * How much the scoreboard has been told of what only PostgreSQL knows.
 *
 * @param epoch of its numbers
 * @param times how often it was told
 */
public record Told(String epoch, long times) {

	/** No scoreboard was ever told anything. */
	public static final Told NOTHING = new Told("", 0);

	/**
	 * Whether nothing has been lost since.
	 * @param earlier how much it had been told
	 * @return false when some of that has to be told again
	 */
	public boolean includes(Told earlier) {
		return this.epoch.equals(earlier.epoch()) && this.times >= earlier.times();
	}

}
