package org.rayonka.web.comment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a discussion is shown. Its parameters are those of the page's address.
 */
public sealed interface Place {

	/** Where a discussion begins. */
	Place FIRST = new Page(Sort.NEWEST, null);

	/**
	 * The parameters that lead here again.
	 * @return by name, empty for the beginning
	 */
	Map<String, String> parameters();

	/**
	 * Where the same goes on.
	 * @param cursor told by comment-service
	 * @return the next place
	 */
	Place next(String cursor);

	/**
	 * A page of threads.
	 *
	 * @param sort their order
	 * @param cursor where the page before ended, null for the first
	 */
	record Page(Sort sort, @Nullable String cursor) implements Place {

		@Override
		public Map<String, String> parameters() {
			Map<String, String> parameters = new LinkedHashMap<>();
			if (this.sort != Sort.NEWEST) {
				parameters.put("sort", this.sort.text());
			}
			if (this.cursor != null) {
				parameters.put("comments", this.cursor);
			}
			return parameters;
		}

		@Override
		public Place next(String cursor) {
			return new Page(this.sort, cursor);
		}

	}

	/**
	 * One thread with its answers.
	 *
	 * @param id of the comment that began it
	 * @param cursor where the answers before ended, null for the first
	 */
	record Thread(UUID id, @Nullable String cursor) implements Place {

		@Override
		public Map<String, String> parameters() {
			Map<String, String> parameters = new LinkedHashMap<>();
			parameters.put("thread", this.id.toString());
			if (this.cursor != null) {
				parameters.put("replies", this.cursor);
			}
			return parameters;
		}

		@Override
		public Place next(String cursor) {
			return new Thread(this.id, cursor);
		}

	}

	/**
	 * One comment in its thread.
	 *
	 * @param id of the comment
	 */
	record Single(UUID id) implements Place {

		@Override
		public Map<String, String> parameters() {
			return Map.of("comment", this.id.toString());
		}

		@Override
		public Place next(String cursor) {
			throw new IllegalStateException("What follows is the thread's");
		}

	}

}
