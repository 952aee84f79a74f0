package org.rayonka.engagement.beacon;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;
import org.rayonka.events.ViewRecorded.Verdict;
import org.springframework.stereotype.Component;

/**
 * Says what a beacon is to be taken for: the first rule that knows decides. Nothing is
 * dropped, whatever it is taken for.
 */
@Component
class Classifier {

	private final List<Rule> rules;

	private final MeterRegistry meters;

	Classifier(AgentLists agents, ReadingRate rate, MeterRegistry meters) {
		this.meters = meters;
		this.rules = List.of((sender, visitor) -> when(sender.ahead(), Verdict.PREFETCH),
				(sender, visitor) -> when(agents.isCrawler(sender.userAgent()), Verdict.CRAWLER),
				(sender, visitor) -> when(sender.userAgent().isBlank(), Verdict.AUTOMATED),
				(sender, visitor) -> when(agents.isProgram(sender.userAgent()), Verdict.AUTOMATED),
				(sender, visitor) -> when(rate.isImpossible(visitor), Verdict.AUTOMATED));
	}

	Verdict classify(Sender sender, String visitor) {
		Verdict verdict = this.rules.stream()
			.flatMap((rule) -> rule.judge(sender, visitor).stream())
			.findFirst()
			.orElse(Verdict.READER);
		this.meters.counter("rayonka.engagement.views.classified", "verdict", verdict.name().toLowerCase(Locale.ROOT))
			.increment();
		return verdict;
	}

	private static Optional<Verdict> when(boolean condition, Verdict verdict) {
		return condition ? Optional.of(verdict) : Optional.empty();
	}

	/**
	 * One ground for a verdict.
	 */
	private interface Rule {

		Optional<Verdict> judge(Sender sender, String visitor);

	}

}
