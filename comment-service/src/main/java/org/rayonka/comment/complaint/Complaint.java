package org.rayonka.comment.complaint;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * A complaint, as moderators see it.
 *
 * @param id made by this service
 * @param comment the comment's id
 * @param article the article discussed
 * @param edition slug of the article's edition
 * @param said what the comment said when the complaint came
 * @param status of the comment now
 * @param name of whom complains
 * @param email of whom complains
 * @param grounds why the comment is against the law
 * @param receivedAt when it came
 * @param dueAt when it has to be decided
 * @param decision what was decided, or null
 * @param reason why, or null
 * @param decidedAt when, or null
 * @param decidedBy account of the moderator, or null
 * @param decidedName how the moderator is called, or null
 * @param action by which the comment was removed, or null
 * @param undone whether that action was undone
 */
record Complaint(UUID id, UUID comment, UUID article, String edition, String said, String status, String name,
		String email, String grounds, Instant receivedAt, Instant dueAt, @Nullable Decision decision,
		@Nullable String reason, @Nullable Instant decidedAt, @Nullable String decidedBy, @Nullable String decidedName,
		@Nullable UUID action, boolean undone) {

	/** What {@link #of} reads. */
	static final String SELECT = """
			select complaint.id, complaint.comment_id, article_id, discussion.edition, said, status, complaint.name, email,
				grounds, received_at, due_at, decision, decided_why, complaint.decided_at, complaint.decided_by,
				decided_name, action_id, undone_at is not null as undone
			from complaint join comment on comment.id = complaint.comment_id join discussion using (article_id)
				left join moderation_action on moderation_action.id = action_id
			where\s""";

	static Complaint of(Readable row) {
		return new Complaint(row.get("id", UUID.class), row.get("comment_id", UUID.class),
				row.get("article_id", UUID.class), row.get("edition", String.class), row.get("said", String.class),
				row.get("status", String.class), row.get("name", String.class), row.get("email", String.class),
				row.get("grounds", String.class), row.get("received_at", Instant.class),
				row.get("due_at", Instant.class), Decision.of(row.get("decision", String.class)),
				row.get("decided_why", String.class), row.get("decided_at", Instant.class),
				row.get("decided_by", String.class), row.get("decided_name", String.class),
				row.get("action_id", UUID.class), row.get("undone", Boolean.class));
	}

	/**
	 * What becomes of the comment.
	 */
	enum Decision {

		/** It goes. */
		REMOVE,

		/** It stays as it is. */
		KEEP;

		@JsonCreator
		static @Nullable Decision of(@Nullable String text) {
			return (text == null) ? null : valueOf(text.toUpperCase(Locale.ROOT));
		}

		@JsonValue
		String text() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
