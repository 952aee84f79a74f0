package org.rayonka.engagement.scoreboard;

import java.util.List;

/**
 * A record of the log that changes numbers.
 */
public sealed interface LoggedRecord permits LoggedView, LoggedOpening {

	/** What the script that counts is told of it, in as many words for every kind. */
	List<String> arguments();

}
