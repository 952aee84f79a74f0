package org.rayonka.comment.moderation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
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
 * @param reports how many readers have reported it
 * @param reasons the latest of what they gave as reason
 */
record QueueItem(UUID id, UUID article, String edition, @Nullable UUID parentId, String name, String text, Instant at,
		String status, List<Finding> findings, int reports, List<String> reasons) {

	static QueueItem of(Readable row) {
		Comment comment = Comments.comment(row);
		return new QueueItem(comment.id(), comment.article(), row.get("edition", String.class),
				comment.place().parent(), comment.wording().name(), comment.wording().text(), comment.at(),
				comment.status().text(), Stream.of(row.get("findings", String[].class)).map(Finding::of).toList(),
				row.get("reports", Integer.class), List.of(row.get("reasons", String[].class)));
	}

}
