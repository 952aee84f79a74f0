package org.rayonka.web.comment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * What in a discussion is its reader's own.
 *
 * @param items comments that only they see yet, newest first
 * @param own until when each of their comments may be changed, by its id
 * @param votes 1 or -1, by the comment's id
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Mine(List<Comment> items, Map<UUID, Instant> own, Map<UUID, Integer> votes) {

	/** Of a reader who has done nothing here. */
	public static final Mine NOTHING = new Mine(List.of(), Map.of(), Map.of());

	public Mine {
		items = (items != null) ? List.copyOf(items) : List.of();
		own = orEmpty(own);
		votes = orEmpty(votes);
	}

	private static <V> Map<UUID, V> orEmpty(@Nullable Map<UUID, V> map) {
		return (map != null) ? Map.copyOf(map) : Map.of();
	}

}
