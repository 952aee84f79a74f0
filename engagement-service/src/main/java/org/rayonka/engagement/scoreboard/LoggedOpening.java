package org.rayonka.engagement.scoreboard;

import java.util.List;

import org.rayonka.events.OpeningRecorded;

/**
 * An opening balance as it stands in the log.
 *
 * @param offset of its record
 * @param opening what the record says
 */
public record LoggedOpening(long offset, OpeningRecorded opening) implements LoggedRecord {

	@Override
	public List<String> arguments() {
		return List.of(Long.toString(this.offset), this.opening.article().toString(), "o",
				Long.toString(this.opening.views()), Long.toString(this.opening.likes()), this.opening.edition());
	}

}
