package org.rayonka.comment.thread;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.comment.Ids;
import org.rayonka.comment.discussion.Discussion;

/**
 * A comment that nobody has judged yet.
 *
 * @param discussion where it is to stand
 * @param author who says it
 * @param place what it answers
 * @param wording what it says, cleaned
 * @param at when it was sent in
 * @param edited the comment that is to say this from now on, null when it is a new one
 */
public record Draft(Discussion discussion, Author author, Comment.Place place, Wording wording, Instant at,
		@Nullable UUID edited) {

	/**
	 * A new comment.
	 * @param discussion where it is to stand
	 * @param author who says it
	 * @param place what it answers
	 * @param wording what it says, cleaned
	 * @param at when it was sent in
	 */
	public Draft(Discussion discussion, Author author, Comment.Place place, Wording wording, Instant at) {
		this(discussion, author, place, wording, at, null);
	}

	/**
	 * Whether the newsroom says it.
	 * @return true for who writes for the edition or moderates it
	 */
	public boolean staff() {
		String edition = this.discussion.edition();
		return this.author.signedIn()
				&& (this.author.caller().mayEdit(edition) || this.author.caller().mayModerate(edition));
	}

	Comment comment(Status status) {
		return new Comment(Ids.at(this.at), this.discussion.article(), this.place, this.author.id(), this.wording,
				status, this.at, Comment.Standing.NONE, new Comment.Marks(staff(), false, null));
	}

}
