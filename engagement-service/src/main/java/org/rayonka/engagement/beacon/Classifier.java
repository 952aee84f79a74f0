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

	/** The grounds: the rate only of whom nothing else speaks against. */
	Client client(Sender sender, String visitor) {
		Client client = new Client(sender.userAgent(), sender.ahead(), false);
		boolean rushed = this.rules.judge(client) == Verdict.READER && this.rate.isImpossible(visitor);
		return rushed ? new Client(sender.userAgent(), sender.ahead(), true) : client;
	}

	Verdict classify(Client client) {
		Verdict verdict = this.rules.judge(client);
		this.meters.counter("rayonka.engagement.views.classified", "verdict", verdict.name().toLowerCase(Locale.ROOT))
			.increment();
		return verdict;
	}

}
