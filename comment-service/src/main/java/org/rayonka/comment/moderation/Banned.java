package org.rayonka.comment.moderation;

import org.rayonka.comment.CommentProblem;
import org.rayonka.comment.thread.Draft;
import org.rayonka.comment.thread.Finding;
import org.rayonka.comment.thread.Rule;
import org.rayonka.comment.thread.Shadow;
import org.rayonka.comment.thread.Verdict;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * From whom the edition takes no comments, openly or without his noticing.
 */
@Component
@Order(5)
class Banned implements Rule {

	private final Bans bans;

	Banned(Bans bans) {
		this.bans = bans;
	}

	@Override
	public Mono<Verdict> judge(Draft draft) {
		return this.bans.find(draft.author().id(), draft.discussion().edition())
			.map(Banned::verdict)
			.defaultIfEmpty(Verdict.PASS);
	}

	private static Verdict verdict(Ban ban) {
		if (!ban.shadow()) {
			throw new CommentProblem.Banned(ban.until(), ban.reason());
		}
		return new Verdict.Withhold(new Finding(Shadow.RULE, "The author is banned and does not know"));
	}

}
