package org.rayonka.comment.discussion;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.access.AccessProblem;
import org.rayonka.access.Caller;
import org.rayonka.comment.CommentProblem;
import org.rayonka.events.Premoderation;

/**
 * What is known of an article, and how much is said about it.
 *
 * @param article the article's id
 * @param edition slug of the edition, whose moderators judge
 * @param state what the newsroom has told of the article
 * @param comments how many comments everybody may read
 * @param premoderation whose comments a moderator sees before everybody does
 * @param rules what else the edition has settled
 */
public record Discussion(UUID article, String edition, State state, long comments, Premoderation premoderation,
		EditionRules rules) {

	/**
	 * Insists that the article can still be read.
	 * @return this discussion
	 */
	public Discussion readable() {
		if (this.state.withdrawn) {
			throw new CommentProblem.Withdrawn(this.article);
		}
		return this;
	}

	/**
	 * Insists that comments are taken.
	 * @param now the time
	 * @return this discussion
	 */
	public Discussion writable(Instant now) {
		if (!readable().openAt(now)) {
			throw new CommentProblem.Closed();
		}
		return this;
	}

	/**
	 * Whether comments are taken: of this article, in this edition, so long after.
	 * @param now the time
	 * @return false when nobody may write any more
	 */
	public boolean openAt(Instant now) {
		return closedBy(now) == null;
	}

	/**
	 * Why no comments are taken.
	 * @param now the time
	 * @return article, edition or age, null while they are
	 */
	public @Nullable String closedBy(Instant now) {
		if (!this.state.open) {
			return "article";
		}
		if (!this.rules.open()) {
			return "edition";
		}
		return isOver(now) ? "age" : null;
	}

	/**
	 * Insists that the caller judges this edition's comments.
	 * @param caller who sent the request
	 * @return this discussion
	 */
	public Discussion moderatedBy(Caller caller) {
		if (!caller.mayModerate(this.edition)) {
			throw new AccessProblem.Forbidden("You do not moderate the edition '%s'".formatted(this.edition));
		}
		return this;
	}

	private boolean isOver(Instant now) {
		Instant published = this.state.publishedAt;
		int days = this.rules.closeAfterDays();
		return days > 0 && published != null && now.isAfter(published.plus(Duration.ofDays(days)));
	}

	/**
	 * What the newsroom has told of an article.
	 *
	 * @param open whether it may be commented
	 * @param withdrawn whether it was taken back
	 * @param publishedAt when it was published, null when that was told by an older
	 * release
	 */
	public record State(boolean open, boolean withdrawn, @Nullable Instant publishedAt) {

	}

}
