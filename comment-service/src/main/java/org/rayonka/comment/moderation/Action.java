package org.rayonka.comment.moderation;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.rayonka.comment.thread.AuthorId;
import org.rayonka.comment.thread.Status;

/**
 * Something that a moderator has done.
 *
 * @param id made by this service
 * @param kind what was done
 * @param edition slug of the edition
 * @param comment the comment's id, null for a ban and its lifting
 * @param author opaque, who said the comment or is banned
 * @param moderator the moderator's account
 * @param moderatorName how the moderator is called
 * @param reason why, or null
 * @param at when
 * @param before the comment as it was, null where there is none
 * @param text what an edit has made of the words, or null
 * @param until when a ban ends, null for never
 * @param shadow whether the author of a ban is not to notice
 * @param undoneAt when it was undone, or null
 * @param undoneBy account of the moderator who has undone it, or null
 */
record Action(UUID id, Kind kind, String edition, @Nullable UUID comment, String author, String moderator,
		String moderatorName, @Nullable String reason, Instant at, @Nullable Before before, @Nullable String text,
		@Nullable Instant until, boolean shadow, @Nullable Instant undoneAt, @Nullable String undoneBy) {

	/** What {@link #of} reads. */
	static final String COLUMNS = """
			id, kind, edition, comment_id, author, moderator, moderator_name, reason, at, old_status, old_text,
			old_pick, new_text, until, shadow, undone_at, undone_by""";

	static Action of(Readable row) {
		return new Action(row.get("id", UUID.class), Kind.of(row.get("kind", String.class)),
				row.get("edition", String.class), row.get("comment_id", UUID.class),
				new AuthorId(row.get("author", String.class)).text(), row.get("moderator", String.class),
				row.get("moderator_name", String.class), row.get("reason", String.class), row.get("at", Instant.class),
				Before.of(row), row.get("new_text", String.class), row.get("until", Instant.class),
				row.get("shadow", Boolean.class), row.get("undone_at", Instant.class),
				row.get("undone_by", String.class));
	}

	/**
	 * What was done.
	 */
	enum Kind {

		APPROVE, REJECT, EDIT, PICK, UNPICK, BAN, UNBAN;

		static Kind of(String text) {
			return valueOf(text.toUpperCase(Locale.ROOT));
		}

		@com.fasterxml.jackson.annotation.JsonValue
		String text() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * A comment as it was.
	 *
	 * @param status whether everybody could read it
	 * @param text its words
	 * @param pick whether the newsroom recommended it
	 */
	record Before(String status, String text, boolean pick) {

		static @Nullable Before of(Readable row) {
			String status = row.get("old_status", String.class);
			return (status == null) ? null
					: new Before(status, row.get("old_text", String.class), row.get("old_pick", Boolean.class));
		}

		Status was() {
			return Status.of(this.status);
		}

	}

}
