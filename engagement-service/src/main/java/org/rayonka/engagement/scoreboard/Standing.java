package org.rayonka.engagement.scoreboard;

import java.util.List;
import java.util.UUID;

/**
 * What PostgreSQL says of an article.
 *
 * @param article its id
 * @param version grows with every change of what follows
 * @param edition slug, empty when no card is known
 * @param rubric slug, empty when no card is known
 * @param likes standing likes
 * @param comments comments that everybody may read
 * @param tallies likes and comments by hour, as the script reads them
 */
public record Standing(UUID article, long version, String edition, String rubric, long likes, long comments,
		String tallies) {

	List<String> arguments() {
		return List.of(this.article.toString(), Long.toString(this.version), this.edition, this.rubric,
				Long.toString(this.likes), Long.toString(this.comments), this.tallies);
	}

}
