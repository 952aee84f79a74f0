package org.rayonka.article.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rayonka.article.MediaRefused;
import org.springframework.http.HttpStatus;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A rush is refused in time rather than run out of memory.
 */
class WorkbenchTests {

	private final Workbench workbench = new Workbench();

	private final CountDownLatch begun = new CountDownLatch(2);

	private final CountDownLatch open = new CountDownLatch(1);

	@AfterEach
	void close() {
		this.open.countDown();
		this.workbench.destroy();
	}

	@Test
	void worksOnTwoAtOnceLetsTwoHundredWaitAndRefusesTheRest() throws InterruptedException {
		AtomicInteger now = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		List<CompletableFuture<Integer>> taken = new ArrayList<>();
		IntStream.range(0, 2).forEach((i) -> taken.add(this.workbench.run(() -> worked(now, most)).toFuture()));
		assertThat(this.begun.await(10, TimeUnit.SECONDS)).isTrue();
		IntStream.range(0, 200).forEach((i) -> taken.add(this.workbench.run(() -> worked(now, most)).toFuture()));
		StepVerifier.create(this.workbench.run(() -> worked(now, most)))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOfSatisfying(MediaRefused.class,
					(refused) -> assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)))
			.verify(Duration.ofSeconds(10));
		this.open.countDown();
		assertThat(taken).allSatisfy((work) -> assertThat(work).succeedsWithin(Duration.ofSeconds(10)));
		assertThat(most).hasValue(2);
	}

	private int worked(AtomicInteger now, AtomicInteger most) throws InterruptedException {
		most.accumulateAndGet(now.incrementAndGet(), Math::max);
		this.begun.countDown();
		this.open.await();
		return now.decrementAndGet();
	}

}
