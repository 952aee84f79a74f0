package org.rayonka.comment.thread;

import java.util.List;
import java.util.stream.Stream;

/**
 * What all rules together make of a comment.
 *
 * @param status published, pending, or withheld
 * @param findings why it is not published, in the order of the rules
 */
public record Judgement(Status status, List<Finding> findings) {

	static Judgement of(List<Verdict> verdicts) {
		return new Judgement(status(verdicts), verdicts.stream().flatMap(Judgement::finding).toList());
	}

	private static Status status(List<Verdict> verdicts) {
		if (verdicts.stream().anyMatch(Verdict.Withhold.class::isInstance)) {
			return Status.WITHHELD;
		}
		return verdicts.stream().allMatch(Verdict.Pass.class::isInstance) ? Status.PUBLISHED : Status.PENDING;
	}

	private static Stream<Finding> finding(Verdict verdict) {
		return switch (verdict) {
			case Verdict.Pass() -> Stream.empty();
			case Verdict.Hold(Finding finding) -> Stream.of(finding);
			case Verdict.Withhold(Finding finding) -> Stream.of(finding);
		};
	}

}
