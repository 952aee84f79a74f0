package org.rayonka.comment.rules;

import org.rayonka.comment.thread.Draft;
import org.rayonka.comment.thread.Finding;
import org.rayonka.comment.thread.Verdict;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Of whom much was rejected lately, the rest is looked at.
 */
@Component
@Order(120)
class RejectionRate implements AuthorRule {

	private final AuthorRecords records;

	private final RuleProperties.Rejections properties;

	RejectionRate(AuthorRecords records, RuleProperties properties) {
		this.records = records;
		this.properties = properties.rejections();
	}

	@Override
	public Mono<Verdict> judge(Draft draft) {
		return this.records.of(draft).map((author) -> judge(author, this.properties));
	}

	static Verdict judge(AuthorRecord author, RuleProperties.Rejections properties) {
		long rejected = author.rejectedOf(properties.latest());
		if (rejected < properties.atLeast() || !author.rejectedBeyond(properties.share(), properties.latest())) {
			return Verdict.PASS;
		}
		return new Verdict.Hold(
				new Finding("rejection-rate", "%d of the author's latest comments were rejected".formatted(rejected)));
	}

}
