package org.rayonka.comment.thread;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A comment as readers get it. Of one that was removed while its answers stay, or waits
 * for a moderator above answers that an import has brought along, there is only the
 * place.
 *
 * @param id the comment's id
 * @param article the article discussed
 * @param parentId the comment answered, or null
 * @param name how the author is called, null when there is only the place
 * @param text plain text, null when there is only the place
 * @param at when it was said
 * @param status published, pending for its author alone, or removed
 * @param score votes for it less votes against it
 * @param answers published answers in the thread that it began, of which {@code replies}
 * may hold the first only
 * @param staff whether the newsroom says it
 * @param pick whether the newsroom recommends it
 * @param editedAt when its author last changed it, or null
 * @param replies answers to it, oldest first
 */
public record CommentView(UUID id, UUID article, @Nullable UUID parentId, @Nullable String name, @Nullable String text,
		Instant at, String status, int score, int answers, boolean staff, boolean pick, @Nullable Instant editedAt,
		List<CommentView> replies) {

	/**
	 * As everybody may see it: of what is not published, the place alone.
	 * @param comment the comment
	 * @param replies what stands below it
	 * @return the view
	 */
	public static CommentView of(Comment comment, List<CommentView> replies) {
		return of(comment, replies, !comment.published());
	}

	/**
	 * As its author may see it.
	 * @param comment the comment
	 * @return the view, without what stands below it
	 */
	public static CommentView own(Comment comment) {
		return of(comment, List.of(), false);
	}

	private static CommentView of(Comment comment, List<CommentView> replies, boolean hidden) {
		Comment.Marks marks = hidden ? Comment.Marks.NONE : comment.marks();
		return new CommentView(comment.id(), comment.article(), comment.place().parent(),
				hidden ? null : comment.wording().name(), hidden ? null : comment.wording().text(), comment.at(),
				hidden ? "removed" : statusForItsAuthor(comment), comment.standing().score(),
				comment.standing().answers(), marks.staff(), marks.pick(), marks.editedAt(), replies);
	}

	/**
	 * Nobody is told that what he said is taken for bad before a moderator has judged.
	 */
	private static String statusForItsAuthor(Comment comment) {
		return ((comment.status() == Status.WITHHELD) ? Status.PENDING : comment.status()).text();
	}

}
