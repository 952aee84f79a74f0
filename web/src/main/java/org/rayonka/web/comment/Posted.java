package org.rayonka.web.comment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What became of a new comment.
 *
 * @param status published or pending
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Posted(String status) {

	/**
	 * Whether readers see it already.
	 * @return false while it waits for a moderator
	 */
	public boolean published() {
		return "published".equals(this.status);
	}

}
