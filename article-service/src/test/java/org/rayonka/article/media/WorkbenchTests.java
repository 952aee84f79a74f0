package org.rayonka.article.media;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rayonka.article.MediaRefused;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A rush is refused in time rather than run out of memory.
 */
class WorkbenchTests {

	private final Workbench workbench = new Workbench();

	private final CountDownLatch open = new CountDownLatch(1);

	@AfterEach
	void close() {
		this.open.countDown();
		this.workbench.destroy();
	}

	@Test
	void worksOnTwoAtOnceLetsTwoHundredWaitAndRefusesTheRest() {
		AtomicInteger refused = new AtomicInteger();
		AtomicInteger now = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		StepVerifier.create(Flux.range(0, 250)
			.flatMap((i) -> this.workbench.run(() -> worked(now, most)).onErrorResume(MediaRefused.class, (ex) -> {
				assertThat(ex.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
				refused.incrementAndGet();
				this.open.countDown();
				return this.workbench.run(() -> 0).onErrorComplete();
			}), 250)
			.filter((place) -> place > 0)
			.count()).assertNext((done) -> assertThat(done).isGreaterThanOrEqualTo(202)).verifyComplete();
		assertThat(most).hasValue(2);
		assertThat(refused).hasPositiveValue();
	}

	private int worked(AtomicInteger now, AtomicInteger most) throws InterruptedException {
		most.accumulateAndGet(now.incrementAndGet(), Math::max);
		this.open.await();
		return now.decrementAndGet() + 1;
	}

}
