package org.rayonka.engagement.opening;

import java.time.Clock;
import java.util.UUID;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import org.rayonka.access.AccessProblem;
import org.rayonka.access.Caller;
import org.rayonka.engagement.beacon.ViewLog;
import org.rayonka.engagement.card.Card;
import org.rayonka.engagement.card.Cards;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Where an import says with which numbers an article begins here. It goes into the log of
 * views, whose order and offsets make it count once; answered when the log has it.
 */
@RestController
@RequestMapping("/api/v1/articles/{article}/opening")
class OpeningController {

	private final Cards cards;

	private final ViewLog log;

	private final Clock clock;

	private final Counter recorded;

	OpeningController(Cards cards, ViewLog log, Clock clock, MeterRegistry meters) {
		this.cards = cards;
		this.log = log;
		this.clock = clock;
		this.recorded = meters.counter("rayonka.engagement.openings.recorded");
	}

	@PutMapping
	@Operation(summary = "Sets the views and likes that an article brings along from another site",
			description = "For clients with the scope newsroom. Absolute, so that the same again changes nothing; "
					+ "another value moves the counts by the difference. Of the lists it shows in those of all time "
					+ "alone, and in the audit as 'opening'.")
	@ApiResponse(responseCode = "200", description = "Kept; the counts show it within about two seconds")
	@ApiResponse(responseCode = "404", description = "Unknown article, or not told yet: send it again later")
	@ApiResponse(responseCode = "410", description = "The article was withdrawn")
	@ApiResponse(responseCode = "503", description = "Not kept now; Retry-After says when to send it again")
	Mono<Opening> open(@PathVariable UUID article, @Valid @RequestBody Opening opening,
			@Parameter(hidden = true) Caller caller) {
		if (!caller.scopes().contains("newsroom")) {
			throw new AccessProblem.Forbidden("This is for clients with the scope 'newsroom'");
		}
		return this.cards.published(article)
			.map((card) -> ofEdition(card, caller))
			.flatMap((card) -> keep(card, opening))
			.thenReturn(opening);
	}

	private Mono<Void> keep(Card card, Opening opening) {
		return this.log.keep(opening.of(card, this.clock.instant()))
			.doOnSuccess((kept) -> this.recorded.increment())
			.onErrorMap((failure) -> new OpeningProblem.NotKept());
	}

	private static Card ofEdition(Card card, Caller caller) {
		if (!caller.mayPublish(card.edition())) {
			throw new AccessProblem.Forbidden("You do not publish in the edition '%s'".formatted(card.edition()));
		}
		return card;
	}

}
