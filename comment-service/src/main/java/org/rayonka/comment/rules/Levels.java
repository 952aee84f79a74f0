package org.rayonka.comment.rules;

import org.rayonka.comment.thread.Draft;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Tells how well the authors of drafts are known.
 */
@Component
class Levels {

	private final AuthorRecords records;

	private final RuleProperties properties;

	Levels(AuthorRecords records, RuleProperties properties) {
		this.records = records;
		this.properties = properties;
	}

	/** The level of a draft's author, never empty. */
	Mono<Level> of(Draft draft) {
		return this.records.of(draft).map((author) -> Level.of(draft, author, this.properties.trust()));
	}

}
