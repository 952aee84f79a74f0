package org.rayonka.comment.authorship;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.rayonka.comment.discussion.Discussions;
import org.rayonka.comment.thread.Author;
import org.rayonka.comment.thread.Comment;
import org.rayonka.comment.thread.Draft;
import org.rayonka.comment.thread.Rules;
import org.rayonka.comment.thread.Status;
import org.rayonka.comment.thread.Wording;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Lets authors change what they have said, for a short time and judged by the rules
 * again.
 */
@Component
class Edits {

	private final Own own;

	private final Discussions discussions;

	private final Rules rules;

	private final Rewriting rewriting;

	private final Clock clock;

	Edits(Own own, Discussions discussions, Rules rules, Rewriting rewriting, Clock clock) {
		this.own = own;
		this.discussions = discussions;
		this.rules = rules;
		this.rewriting = rewriting;
		this.clock = clock;
	}

	/** Changes a comment's text; the same text again changes nothing. */
	Mono<Receipt> edit(UUID id, Author author, String text) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		return this.own.changeable(id, author, now)
			.flatMap((comment) -> draft(comment, author, text, now).flatMap((draft) -> edit(comment, draft)));
	}

	private Mono<Draft> draft(Comment comment, Author author, String text, Instant now) {
		String name = comment.wording().name();
		return this.discussions.get(comment.article())
			.map((discussion) -> new Draft(discussion.writable(now), author, comment.place(),
					Wording.of(name, text, name), now, comment.id()));
	}

	private Mono<Receipt> edit(Comment comment, Draft draft) {
		return draft.wording().equals(comment.wording()) ? this.rewriting.receipt(comment.id())
				: this.rules.judge(draft).flatMap((judgement) -> this.rewriting.keep(comment.id(), draft, judgement));
	}

	/**
	 * What became of a comment.
	 *
	 * @param id the comment's id
	 * @param status published or pending
	 */
	record Receipt(UUID id, String status) {

		/** Nobody is told that what he said is taken for bad. */
		static Receipt of(Comment seen) {
			return new Receipt(seen.id(), ((seen.status() == Status.WITHHELD) ? Status.PENDING : seen.status()).text());
		}

	}

}
