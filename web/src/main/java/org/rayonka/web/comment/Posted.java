package org.rayonka.web.comment;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What became of a comment.
 *
 * @param id names it
 * @param status published or pending
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Posted(UUID id, String status) {

	/**
	 * Whether readers see it already.
	 * @return false while it waits for a moderator
	 */
	public boolean published() {
		return "published".equals(this.status);
	}

}
