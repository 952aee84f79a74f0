package org.rayonka.engagement.counts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class CountsStreamTests {

	private static final UUID ARTICLE = UUID.fromString("019a9b5e-7c00-7000-8000-00000000fa12");

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	@Test
	void cutsOffWhoTakesNoMore() {
		StepVerifier.withVirtualTime(() -> stream().of(Set.of(ARTICLE)), 5)
			.thenAwait(Duration.ofSeconds(4))
			.expectNextCount(5)
			.then(() -> assertThat(open()).isEqualTo(1))
			.thenAwait(Duration.ofSeconds(1))
			.expectErrorMatches(Exceptions::isOverflow)
			.verify(Duration.ofSeconds(10));
		assertThat(open()).isZero();
	}

	@Test
	void keepsWhoTakesAllThatComes() {
		StepVerifier.withVirtualTime(() -> stream().of(Set.of(ARTICLE)))
			.expectNextCount(1)
			.thenAwait(Duration.ofMinutes(5))
			.then(() -> assertThat(open()).isEqualTo(1))
			.thenCancel()
			.verify(Duration.ofSeconds(10));
		assertThat(open()).isZero();
	}

	private double open() {
		return this.meters.get("rayonka.engagement.streams.open").gauge().value();
	}

	/** One view more whenever it looks. */
	private CountsStream stream() {
		return new CountsStream(new Views(), new JsonMapper(), this.meters);
	}

	@SuppressWarnings("NullAway") // asks no store
	private static final class Views extends Counts {

		private long views;

		Views() {
			super(null, null, Clock.systemUTC());
		}

		@Override
		Mono<Map<UUID, ArticleCounts>> of(Collection<UUID> articles) {
			return Mono.fromSupplier(() -> {
				this.views++;
				Map<UUID, ArticleCounts> counts = new HashMap<>();
				articles
					.forEach((article) -> counts.put(article, new ArticleCounts(this.views, 0L, 0L, Instant.EPOCH)));
				return counts;
			});
		}

	}

}
