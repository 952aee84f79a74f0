package org.rayonka.web.comment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The part of a discussion that a page shows.
 *
 * @param place which part
 * @param items first comments with their replies
 * @param next where it goes on, null at the end
 * @param total of published comments, null when not told
 * @param open whether one may write, taken as yes when absent
 */
public record Discussion(Place place, List<Comment> items, @Nullable Place next, @Nullable Long total,
		@Nullable Boolean open) {

	static final Discussion NOTHING_YET = new Discussion(Place.FIRST, List.of(), null, null, null);

	public Discussion {
		items = List.copyOf(items);
	}

	static Discussion of(Place place, CommentPage page) {
		return new Discussion(place, page.items(), next(place, page.next()), page.total(), page.open());
	}

	static Discussion of(Place place, Comment root, CommentPage answers) {
		return new Discussion(place, List.of(root.answered(Nesting.of(root.id(), answers.items()))),
				next(place, answers.next()), answers.total(), answers.open());
	}

	static Discussion of(Place place, Context context) {
		Comment root = context.root();
		Place next = (root.hidden() > 0) ? new Place.Thread(root.id(), context.nextReplies()) : null;
		return new Discussion(place, List.of(root), next, null, null);
	}

	private static @Nullable Place next(Place place, @Nullable String cursor) {
		return (cursor != null) ? place.next(cursor) : null;
	}

	/**
	 * A comment that is shown.
	 * @param id of the comment
	 * @return empty when it is none of these
	 */
	public Optional<Comment> find(UUID id) {
		return this.items.stream().flatMap((comment) -> comment.find(id).stream()).findFirst();
	}

	/**
	 * The same with what its reader alone sees: in its place or below what it answers, or
	 * else at the beginning.
	 * @param mine what is the reader's own
	 * @return the discussion for this reader
	 */
	public Discussion with(Mine mine) {
		Discussion all = this;
		for (Comment own : mine.items().reversed()) {
			all = all.with(own);
		}
		return all;
	}

	private Discussion with(Comment own) {
		boolean belongs = find(own.id()).isPresent() || (own.parentId() != null && find(own.parentId()).isPresent());
		if (belongs) {
			return with(this.items.stream().map((comment) -> comment.with(own)).toList());
		}
		return this.place.parameters().isEmpty() ? with(Stream.concat(Stream.of(own), this.items.stream()).toList())
				: this;
	}

	private Discussion with(List<Comment> others) {
		return new Discussion(this.place, others, this.next, this.total, this.open);
	}

}
