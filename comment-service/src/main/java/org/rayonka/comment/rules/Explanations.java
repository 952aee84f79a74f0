package org.rayonka.comment.rules;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.rayonka.comment.discussion.Discussion;
import org.rayonka.comment.discussion.Discussions;
import org.rayonka.comment.thread.Author;
import org.rayonka.comment.thread.Comment;
import org.rayonka.comment.thread.Draft;
import org.rayonka.comment.thread.Verdict;
import org.rayonka.comment.thread.Wording;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Tells readers beforehand what the rules will make of their comments, by asking the same
 * rules.
 */
@Component
class Explanations {

	private final Discussions discussions;

	private final AuthorRecords records;

	private final RuleProperties properties;

	private final List<AuthorRule> rules;

	private final Clock clock;

	Explanations(Discussions discussions, AuthorRecords records, RuleProperties properties, List<AuthorRule> rules,
			Clock clock) {
		this.discussions = discussions;
		this.records = records;
		this.properties = properties;
		this.rules = rules;
		this.clock = clock;
	}

	/** Explains the rules of an article's discussion to a reader. */
	Mono<Explanation> of(UUID article, Author reader) {
		return this.discussions.get(article)
			.map(Discussion::readable)
			.map((discussion) -> nothingYet(discussion, reader))
			.flatMap((draft) -> this.records.of(draft)
				.flatMap((author) -> objections(draft).map((because) -> explain(draft, author, because))));
	}

	private Draft nothingYet(Discussion discussion, Author reader) {
		return new Draft(discussion, reader, Comment.Place.FIRST, new Wording("", ""), this.clock.instant());
	}

	private Explanation explain(Draft draft, AuthorRecord author, List<String> because) {
		Level level = draft.staff() ? Level.TRUSTED : Level.of(draft, author, this.properties.trust());
		return Explanation.of(draft, level, author.published(), because);
	}

	private Mono<List<String>> objections(Draft draft) {
		return draft.staff() ? Mono.just(List.of())
				: Flux.fromIterable(this.rules)
					.concatMap((rule) -> rule.judge(draft))
					.flatMapIterable((verdict) -> name(verdict).toList())
					.collectList();
	}

	private static Stream<String> name(Verdict verdict) {
		return switch (verdict) {
			case Verdict.Pass() -> Stream.empty();
			case Verdict.Hold(var finding) -> Stream.of(finding.rule());
			case Verdict.Withhold(var finding) -> Stream.of(finding.rule());
		};
	}

}
