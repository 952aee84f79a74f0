package org.rayonka.engagement.beacon;

import java.util.Locale;

import io.micrometer.core.instrument.MeterRegistry;
import org.rayonka.events.ViewRecorded.Client;
import org.rayonka.events.ViewRecorded.Verdict;
import org.springframework.stereotype.Component;

/**
 * Says what a beacon is to be taken for, and on what grounds. Nothing is dropped,
 * whatever it is taken for.
 */
@Component
class Classifier {

	private final Rules rules = Rules.today();

	private final ReadingRate rate;

	private final MeterRegistry meters;

	Classifier(ReadingRate rate, MeterRegistry meters) {
		this.rate = rate;
		this.meters = meters;
	}

	/** The rate is looked at only of whom nothing else speaks against. */
	Judged judge(Sender sender, String visitor) {
		Judged judged = judge(new Client(sender.userAgent(), sender.ahead(), false));
		if (judged.verdict() == Verdict.READER && this.rate.isImpossible(visitor)) {
			judged = judge(new Client(sender.userAgent(), sender.ahead(), true));
		}
		this.meters
			.counter("rayonka.engagement.views.classified", "verdict", judged.verdict().name().toLowerCase(Locale.ROOT))
			.increment();
		return judged;
	}

	private Judged judge(Client client) {
		return new Judged(client, this.rules.judge(client));
	}

	/**
	 * A verdict.
	 *
	 * @param client on what grounds
	 * @param verdict what it is taken for
	 */
	record Judged(Client client, Verdict verdict) {
	}

}
