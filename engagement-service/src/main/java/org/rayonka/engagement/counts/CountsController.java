package org.rayonka.engagement.counts;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.rayonka.engagement.card.Cards;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * The numbers over HTTP.
 */
@RestController
@RequestMapping("/api/v1")
class CountsController {

	private static final int MAX_IDS = 100;

	private final Counts counts;

	private final CountRows rows;

	private final OpenStreams streams;

	private final Cards cards;

	CountsController(Counts counts, CountRows rows, OpenStreams streams, Cards cards) {
		this.counts = counts;
		this.rows = rows;
		this.streams = streams;
		this.cards = cards;
	}

	/** The numbers of one article, withdrawn or not. */
	@GetMapping("/articles/{article}/counts")
	Mono<ArticleCounts> ofOne(@PathVariable UUID article) {
		return this.counts.of(Set.of(article))
			.mapNotNull((found) -> found.get(article))
			.switchIfEmpty(this.cards.known(article).then(Mono.error(() -> new CountsProblem.NotCounted(article))));
	}

	/** The numbers of up to a hundred articles; unknown ones are left out. */
	@GetMapping("/counts")
	Mono<Items> ofMany(@RequestParam Set<UUID> ids) {
		return this.counts.of(checked(ids)).map(Items::new);
	}

	/** What came of every beacon of an article, by day, and what it has brought along. */
	@GetMapping("/articles/{article}/counts/audit")
	Mono<Audit> audit(@PathVariable UUID article) {
		return this.cards.known(article)
			.then(Mono.zip(this.rows.opening(article), this.rows.days(article).collectList(),
					this.rows.asOf().defaultIfEmpty(Instant.EPOCH)))
			.map((parts) -> Audit.of(parts.getT1(), parts.getT2(), parts.getT3()));
	}

	/** The numbers now and whenever they change, for what {@link OpenStreams} let by. */
	@GetMapping(path = "/counts/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Mono<Void> live(@RequestParam Set<UUID> ids, ServerHttpResponse response) {
		return this.streams.open(checked(ids), response);
	}

	private static Set<UUID> checked(Set<UUID> ids) {
		if (ids.isEmpty() || ids.size() > MAX_IDS) {
			throw new CountsProblem.TooManyIds(MAX_IDS);
		}
		return new LinkedHashSet<>(ids);
	}

	/**
	 * Numbers by article.
	 *
	 * @param items the key is the article's id
	 */
	record Items(Map<UUID, ArticleCounts> items) {
	}

}
