package org.rayonka.web.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks the same thing at several times.
 */
class MemoryTests {

	private Instant now = Instant.EPOCH;

	private final AtomicInteger asked = new AtomicInteger();

	private final Memory<String, String> memory = new Memory<>(() -> this.now, Duration.ofSeconds(1), 10, (value) -> 1,
			(value) -> !value.equals("nothing"));

	@Test
	void asksOnceWhileTheAnswerIsFresh() {
		expect(answer("one"), "one", true);
		expect(answer("two"), "one", true);
		later();
		expect(answer("two"), "two", true);
		assertThat(this.asked).hasValue(2);
	}

	@Test
	void asksOnceForManyWhoWait() {
		Sinks.One<String> slow = Sinks.one();
		Mono<String> source = slow.asMono().doOnSubscribe((subscription) -> this.asked.incrementAndGet());
		Mono<String> both = Mono.zip(this.memory.recall("key", source), this.memory.recall("key", source))
			.map((answers) -> answers.getT1().value() + answers.getT2().value());
		StepVerifier.create(both).then(() -> slow.tryEmitValue("a").orThrow()).expectNext("aa").verifyComplete();
		assertThat(this.asked).hasValue(1);
	}

	@Test
	void remembersWhileTheServiceIsAway() {
		expect(answer("one"), "one", true);
		later();
		expect(Mono.error(new IllegalStateException("away")), "one", false);
		later();
		expect(answer("two"), "two", true);
	}

	@Test
	void showsWhatItKnowsRatherThanWaitAndKeepsWhatComesLate() {
		expect(answer("one"), "one", true);
		later();
		Sinks.One<String> slow = Sinks.one();
		StepVerifier.withVirtualTime(() -> this.memory.recall("key", slow.asMono()))
			.thenAwait(Duration.ofSeconds(1))
			.expectNext(new Recalled<>("one", false))
			.expectComplete()
			.verify(Duration.ofSeconds(10));
		slow.tryEmitValue("two").orThrow();
		expect(Mono.error(new IllegalStateException("asked again")), "two", true);
	}

	@Test
	void failsWhenNothingIsKnown() {
		StepVerifier.create(this.memory.recall("key", Mono.error(new IllegalStateException("away"))))
			.verifyErrorMessage("away");
		expect(answer("one"), "one", true);
	}

	@Test
	void forgetsWhatIsNotWorthKeeping() {
		expect(answer("one"), "one", true);
		later();
		expect(answer("nothing"), "nothing", true);
		StepVerifier.create(this.memory.recall("key", Mono.error(new IllegalStateException("away"))))
			.verifyErrorMessage("away");
	}

	private Mono<String> answer(String value) {
		return Mono.fromSupplier(() -> {
			this.asked.incrementAndGet();
			return value;
		});
	}

	private void later() {
		this.now = this.now.plusSeconds(2);
	}

	private void expect(Mono<String> source, String value, boolean fresh) {
		StepVerifier.create(this.memory.recall("key", source))
			.expectNext(new Recalled<>(value, fresh))
			.verifyComplete();
	}

}
