package org.rayonka.comment.thread;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.rayonka.comment.CommentProblem;

import org.springframework.stereotype.Component;

/**
 * Counts what the rules decide, so that a rule that judges too hard, or no more at all,
 * is seen.
 */
@Component
class VerdictCounter {

	private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

	private final MeterRegistry meters;

	VerdictCounter(MeterRegistry meters) {
		this.meters = meters;
		// dashboards know it before the first comment
		counter("all", "pass");
	}

	/** Counts each objection, or once that there was none. */
	void judged(List<Verdict> verdicts) {
		verdicts.forEach(this::objection);
		if (verdicts.stream().allMatch(Verdict.Pass.class::isInstance)) {
			count("all", "pass");
		}
	}

	/** Counts a refusal; that something is away is none. */
	void refused(Rule rule, Throwable failure) {
		if (failure instanceof CommentProblem) {
			String name = INNER_CAPITAL.matcher(rule.getClass().getSimpleName()).replaceAll("-");
			count(name.toLowerCase(Locale.ROOT), "refuse");
		}
	}

	private void objection(Verdict verdict) {
		switch (verdict) {
			case Verdict.Pass() -> {
				// counted once for all rules
			}
			case Verdict.Hold(Finding finding) -> count(finding.rule(), "hold");
			case Verdict.Withhold(Finding finding) -> count(finding.rule(), "withhold");
		}
	}

	private void count(String rule, String verdict) {
		counter(rule, verdict).increment();
	}

	private Counter counter(String rule, String verdict) {
		return this.meters.counter("rayonka.comment.verdicts", "rule", rule, "verdict", verdict);
	}

}
