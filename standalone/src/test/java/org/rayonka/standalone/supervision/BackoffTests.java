package org.rayonka.standalone.supervision;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTests {

	private final Backoff backoff = new Backoff();

	@Test
	void waitsLongerFromCrashToCrashUpToALimit() {
		Duration before = Duration.ofMillis(-1);
		for (int crash = 0; crash < 6; crash++) {
			Duration pause = this.backoff.afterCrash(Duration.ofSeconds(1));
			assertThat(pause).isGreaterThan(before);
			before = pause;
		}
		assertThat(this.backoff.afterCrash(Duration.ofSeconds(1))).isEqualTo(before);
	}

	@Test
	void forgivesAfterAQuietTime() {
		this.backoff.afterCrash(Duration.ofSeconds(1));
		this.backoff.afterCrash(Duration.ofSeconds(1));
		assertThat(this.backoff.afterCrash(Duration.ofHours(1))).isZero();
	}

}
