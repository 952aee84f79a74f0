package org.rayonka.comment.thread;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.rayonka.access.Caller;
import org.rayonka.comment.CommentProblem;
import org.rayonka.comment.discussion.Discussion;
import org.rayonka.comment.discussion.EditionRules;
import org.rayonka.events.Premoderation;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the rules decide together, and how it is counted.
 */
class RulesTests {

	private static final Rule PASSES = (draft) -> Mono.just(Verdict.PASS);

	private static final Rule HOLDS = (draft) -> Mono.just(new Verdict.Hold(new Finding("links", "3 links")));

	private static final Rule WITHHOLDS = (draft) -> Mono.just(new Verdict.Withhold(new Finding("words", "«a»")));

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	@Test
	void countWhatEachObjectsTo() {
		judge("reader", PASSES, HOLDS, WITHHOLDS)
			.expectNextMatches((judgement) -> judgement.status() == Status.WITHHELD && judgement.findings().size() == 2)
			.verifyComplete();
		assertThat(counted()).containsExactlyInAnyOrder("links hold", "words withhold");
	}

	@Test
	void countOnceThatNoneObjects() {
		judge("reader", PASSES, PASSES).expectNextMatches((judgement) -> judgement.status() == Status.PUBLISHED)
			.verifyComplete();
		assertThat(counted()).containsExactly("all pass");
	}

	@Test
	void countWhoRefusesAndAskNobodyElse() {
		judge("reader", new TooMuch(), HOLDS).verifyError(CommentProblem.Repeated.class);
		assertThat(counted()).containsExactly("too-much refuse");
	}

	@Test
	void countNoRefusalWhenSomethingIsAway() {
		judge("reader", (draft) -> Mono.error(new IllegalStateException())).verifyError(IllegalStateException.class);
		assertThat(counted()).isEmpty();
	}

	@Test
	void letTheNewsroomPass() {
		judge("editor", WITHHOLDS).expectNextMatches((judgement) -> judgement.status() == Status.PUBLISHED)
			.verifyComplete();
	}

	private StepVerifier.FirstStep<Judgement> judge(String role, Rule... rules) {
		return StepVerifier.create(new Rules(List.of(rules), new VerdictCounter(this.meters)).judge(draft(role)));
	}

	private List<String> counted() {
		return this.meters.find("rayonka.comment.verdicts")
			.counters()
			.stream()
			.filter((counter) -> counter.count() == 1)
			.map(Counter::getId)
			.map((id) -> id.getTag("rule") + " " + id.getTag("verdict"))
			.toList();
	}

	private static Draft draft(String role) {
		EditionRules rules = new EditionRules(true, true, 0, 3, 2, EditionRules.Checker.OFF);
		Discussion discussion = new Discussion(UUID.randomUUID(), "zarechye", new Discussion.State(true, false, null),
				0, Premoderation.NOBODY, rules);
		Caller caller = new Caller("somebody", "Анна", Set.of(role), Set.of(), Set.of("zarechye"));
		return new Draft(discussion, new Author("somebody", caller), Comment.Place.FIRST, new Wording("Анна", "Да"),
				Instant.now());
	}

	private static final class TooMuch implements Rule {

		@Override
		public Mono<Verdict> judge(Draft draft) {
			return Mono.error(CommentProblem.Repeated::new);
		}

	}

}
