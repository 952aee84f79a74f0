package org.rayonka.comment.importing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.rayonka.comment.Ids;
import org.rayonka.comment.thread.Comment;
import org.rayonka.comment.thread.Status;
import org.rayonka.comment.thread.Wording;

/**
 * A comment that was made elsewhere.
 *
 * @param externalId what makes it the same when it is imported again
 * @param article the article discussed
 * @param name how the author is called
 * @param text 1 to 5000 characters
 * @param at when it was said
 * @param parentExternalId the comment answered, imported before or earlier in the list,
 * or null
 */
record ImportedComment(@NotNull @Size(min = 1, max = 200) String externalId, @NotNull UUID article,
		@NotNull String name, @NotNull String text, @NotNull Instant at, @Nullable String parentExternalId) {

	Comment at(Comment.Place place, Instant now, String nameless) {
		Instant said = this.at.isBefore(now) ? this.at.truncatedTo(ChronoUnit.MICROS) : now;
		return new Comment(Ids.at(said), this.article, place, "import", Wording.of(this.name, this.text, nameless),
				Status.PUBLISHED, said, Comment.Standing.NONE);
	}

}
