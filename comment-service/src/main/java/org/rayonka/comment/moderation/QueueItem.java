package org.rayonka.comment.moderation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.rayonka.comment.thread.AuthorId;
import org.rayonka.comment.thread.Comment;
import org.rayonka.comment.thread.Comments;
import org.rayonka.comment.thread.Finding;

/**
 * A comment that waits for a moderator.
 *
 * @param id the comment's id
 * @param article the article discussed
 * @param edition slug of the article's edition
 * @param parentId the comment answered, or null
 * @param name how the author is called
 * @param text plain text
 * @param at when it was said
 * @param status pending, withheld, or published when it is here because of reports
 * @param findings what the rules found
 * @param reports how many readers have reported it and are not judged yet
 * @param reasons the latest of what they gave as reason
 * @param categories what they took it for
 * @param weight of the reports together: each counts by how often its reader was right
 * @param author opaque, by which the author can be banned
 * @param record what became of all that the author has said
 * @param claimedBy account of the moderator who is looking at it, or null
 * @param claimedName how that moderator is called, or null
 * @param claimedUntil when the claim ends, or null
 */
record QueueItem(UUID id, UUID article, String edition, @Nullable UUID parentId, String name, String text, Instant at,
		String status, List<Finding> findings, int reports, List<String> reasons, List<String> categories,
		double weight, String author, Record record, @Nullable String claimedBy, @Nullable String claimedName,
		@Nullable Instant claimedUntil) {

	static QueueItem of(Readable row, Instant now) {
		Comment comment = Comments.comment(row);
		Claim claim = Claim.of(row, now);
		return new QueueItem(comment.id(), comment.article(), row.get("edition", String.class),
				comment.place().parent(), comment.wording().name(), comment.wording().text(), comment.at(),
				comment.status().text(), Stream.of(row.get("findings", String[].class)).map(Finding::of).toList(),
				row.get("reports", Integer.class), List.of(row.get("reasons", String[].class)),
				List.of(row.get("categories", String[].class)), row.get("report_weight", Integer.class) / 1000.0,
				new AuthorId(comment.author()).text(), Record.of(row), (claim != null) ? claim.claimedBy() : null,
				(claim != null) ? claim.claimedName() : null, (claim != null) ? claim.claimedUntil() : null);
	}

	/** The weight as it is kept, without fractions. */
	int thousandths() {
		return (int) Math.round(this.weight * 1000);
	}

	/**
	 * What became of what an author has said, wherever it was.
	 *
	 * @param published how many comments everybody may read
	 * @param rejected how many a moderator has judged against
	 */
	record Record(long published, long rejected) {

		static Record of(Readable row) {
			return new Record(row.get("known_published", Long.class), row.get("known_rejected", Long.class));
		}

	}

}
