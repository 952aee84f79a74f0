package org.rayonka.engagement.card;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

class LookupTests {

	private final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();

	private final Card card = new Card(UUID.randomUUID(), "bor", false);

	private final List<Set<UUID>> asked = new ArrayList<>();

	@AfterEach
	void giveTimeBack() {
		VirtualTimeScheduler.reset();
	}

	@Test
	void asksOnceForWhatIsWantedWithinAMoment() {
		Lookup lookup = new Lookup((articles) -> {
			this.asked.add(articles);
			return Mono.just(Map.of(this.card.article(), this.card));
		});
		UUID unknown = UUID.randomUUID();
		CompletableFuture<Card> one = lookup.card(this.card.article());
		CompletableFuture<Card> same = lookup.card(this.card.article());
		CompletableFuture<Card> other = lookup.card(unknown);
		assertThat(this.asked).isEmpty();
		aMomentPasses();
		assertThat(this.asked).containsExactly(Set.of(this.card.article(), unknown));
		assertThat(one).isCompletedWithValue(this.card);
		assertThat(same).isCompletedWithValue(this.card);
		assertThat(other).isCompletedWithValue(null);
	}

	@Test
	void asksAnewForWhatIsWantedLater() {
		Lookup lookup = new Lookup((articles) -> {
			this.asked.add(articles);
			return Mono.just(Map.of(this.card.article(), new Card(this.card.article(), "bor", this.asked.size() > 1)));
		});
		CompletableFuture<Card> before = lookup.card(this.card.article());
		aMomentPasses();
		CompletableFuture<Card> after = lookup.card(this.card.article());
		aMomentPasses();
		assertThat(this.asked).hasSize(2);
		assertThat(before.join().withdrawn()).isFalse();
		assertThat(after.join().withdrawn()).isTrue();
	}

	@Test
	void failsAllWhoWaitForTheSameAnswerAndNobodyAfterThem() {
		Lookup lookup = new Lookup((articles) -> {
			this.asked.add(articles);
			return (this.asked.size() == 1) ? Mono.error(new IllegalStateException("away"))
					: Mono.just(Map.of(this.card.article(), this.card));
		});
		CompletableFuture<Card> one = lookup.card(this.card.article());
		CompletableFuture<Card> other = lookup.card(UUID.randomUUID());
		aMomentPasses();
		assertThat(one).isCompletedExceptionally();
		assertThat(other).isCompletedExceptionally();
		CompletableFuture<Card> later = lookup.card(this.card.article());
		aMomentPasses();
		assertThat(later).isCompletedWithValue(this.card);
	}

	private void aMomentPasses() {
		this.time.advanceTimeBy(Duration.ofMillis(2));
	}

}
