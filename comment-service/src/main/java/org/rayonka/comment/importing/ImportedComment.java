package org.rayonka.comment.importing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.rayonka.comment.Ids;
import org.rayonka.comment.thread.Comment;
import org.rayonka.comment.thread.Status;
import org.rayonka.comment.thread.Wording;

/**
 * A comment that was made elsewhere.
 *
 * @param sourceId what it is called there
 * @param parentSourceId the comment answered, null when it begins a thread
 * @param name how the author is called, null when that is not known
 * @param text what it says
 * @param at when it was said
 * @param status published or pending
 */
record ImportedComment(@NotNull @Pattern(regexp = ImportedComment.ID) String sourceId,
		@Nullable @Pattern(regexp = ImportedComment.ID) String parentSourceId, @Nullable String name,
		@NotNull String text, @NotNull Instant at, @NotNull @Pattern(regexp = "published|pending") String status) {

	/** No database takes a control character, or half a character. */
	private static final String ID = "[^\\p{Cc}\\p{Cs}]{1,200}";

	/** There was no site before that whose comments could be brought along. */
	private static final Instant OLDEST = Instant.parse("1990-01-01T00:00:00Z");

	boolean tooOld() {
		return this.at.isBefore(OLDEST);
	}

	Wording wording(String nameless) {
		return Wording.cut((this.name != null) ? this.name : "", this.text, nameless);
	}

	/** The comment as it stands below what it answers, and never before it. */
	Comment below(@Nullable Comment parent, UUID article, Wording wording, Instant now) {
		Instant said = (this.at.isBefore(now) ? this.at : now).truncatedTo(ChronoUnit.MICROS);
		if (parent != null && !said.isAfter(parent.at())) {
			said = parent.at().plus(1, ChronoUnit.MICROS);
		}
		return new Comment(Ids.at(said), article, (parent != null) ? parent.answer() : Comment.Place.FIRST, "import",
				wording, Status.of(this.status), said, Comment.Standing.NONE, Comment.Marks.NONE);
	}

}
