package org.rayonka.engagement.beacon;

import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Hidden;
import org.rayonka.engagement.beacon.Classifier.Judged;
import org.rayonka.engagement.card.Card;
import org.rayonka.engagement.card.Cards;
import org.rayonka.events.ViewRecorded;
import org.rayonka.problems.Problem;
import org.rayonka.problems.Unreachable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where a page says that it is being read. Answered when the log has it, and not before.
 * <p>
 * The way of a view from here to the popular list: this class, {@link ViewLog},
 * {@code ViewListener}, {@code count.lua}, {@code PopularLists}.
 */
@RestController
@RequestMapping("/api/v1")
class ViewBeacon {

	private static final byte[] PIXEL = Base64.getDecoder()
		.decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

	private final Cards cards;

	private final Classifier classifier;

	private final Visitors visitors;

	private final ViewLog log;

	private final Clock clock;

	ViewBeacon(Cards cards, Classifier classifier, Visitors visitors, ViewLog log, Clock clock) {
		this.cards = cards;
		this.classifier = classifier;
		this.visitors = visitors;
		this.log = log;
		this.clock = clock;
	}

	/** For {@code navigator.sendBeacon}; a body is not looked at. */
	@PostMapping("/articles/{article}/views")
	@ResponseStatus(HttpStatus.ACCEPTED)
	Mono<Void> view(@PathVariable UUID article, ServerHttpRequest request) {
		return keep(article, Sender.of(request));
	}

	/**
	 * For the gateway, which brings what arrived within a moment; not on the public port.
	 * @param beacons of any articles
	 * @return the status of each, in their order; 500 where something unforeseen happened
	 */
	@Hidden
	@PostMapping("/views")
	Mono<List<Integer>> views(@RequestBody List<Brought> beacons) {
		return Flux.fromIterable(beacons).flatMapSequential(this::statusOf).collectList();
	}

	private Mono<Integer> statusOf(Brought beacon) {
		return keep(beacon.article(), Sender.of(beacon.headers()::get)).thenReturn(HttpStatus.ACCEPTED.value())
			.onErrorResume((failure) -> Mono.just(statusOf(failure)));
	}

	private static int statusOf(Throwable failure) {
		return switch (failure) {
			case Problem problem -> problem.getStatusCode().value();
			default ->
				(Unreachable.isBehind(failure) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR)
					.value();
		};
	}

	/** For readers without script. */
	@GetMapping("/articles/{article}/views.gif")
	Mono<ResponseEntity<byte[]>> pixel(@PathVariable UUID article, ServerHttpRequest request) {
		return view(article, request).thenReturn(
				ResponseEntity.ok().contentType(MediaType.IMAGE_GIF).cacheControl(CacheControl.noStore()).body(PIXEL));
	}

	private Mono<Void> keep(UUID article, Sender sender) {
		return this.cards.published(article)
			.flatMap((card) -> this.visitors.hash(sender, card.edition()).map((visitor) -> seen(card, sender, visitor)))
			.flatMap(this.log::append);
	}

	private ViewRecorded seen(Card card, Sender sender, String visitor) {
		Judged judged = this.classifier.judge(sender, visitor);
		return new ViewRecorded(card.article(), this.clock.instant(), card.edition(), visitor, judged.verdict(),
				judged.client());
	}

	/**
	 * A beacon that the gateway brings.
	 *
	 * @param article what is read
	 * @param headers those of the reader's request that tell of its sender
	 */
	record Brought(UUID article, Map<String, String> headers) {
	}

}
