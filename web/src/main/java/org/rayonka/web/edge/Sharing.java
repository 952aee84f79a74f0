package org.rayonka.web.edge;

import java.util.Set;

import org.rayonka.tags.CacheTags;
import org.springframework.http.ResponseEntity;

/**
 * For how long the gateway may send the same answer to everybody (RFC 9213), unless one
 * of its tags goes old before.
 */
public enum Sharing {

	/** What changes in it is purged; scripts renew the numbers. */
	FIVE_MINUTES("max-age=300, stale-while-revalidate=600, stale-if-error=86400"),

	/** It is made of lists that move. */
	TEN_SECONDS("max-age=10, stale-while-revalidate=60, stale-if-error=86400"),

	/** Something is missing that will be back. */
	A_MOMENT("max-age=5, stale-while-revalidate=60, stale-if-error=86400"),

	/** It never changes under its name. */
	A_DAY("max-age=86400");

	private static final String HEADER = "CDN-Cache-Control";

	private final String directives;

	Sharing(String directives) {
		this.directives = directives;
	}

	/**
	 * Lets an answer be kept.
	 * @param answer the same for everybody
	 * @param tags of what it shows, see {@link CacheTags}
	 */
	public void allow(ResponseEntity.HeadersBuilder<?> answer, Set<String> tags) {
		answer.header(HEADER, this.directives);
		if (!tags.isEmpty()) {
			answer.header(CacheTags.HEADER, CacheTags.write(tags));
		}
	}

}
