package org.rayonka.engagement.scoreboard;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Redis answers but holds no numbers of a partition: it was emptied, or they are being
 * restored.
 */
public class ScoreboardLostException extends DataAccessResourceFailureException {

	ScoreboardLostException(int partition) {
		super("The numbers of partition %d are not in Redis".formatted(partition));
	}

}
