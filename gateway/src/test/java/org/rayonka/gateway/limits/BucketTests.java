package org.rayonka.gateway.limits;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BucketTests {

	private static final Quota TWO_A_SECOND = new Quota(2, Duration.ofSeconds(1));

	private static final long HALF_A_SECOND = Duration.ofMillis(500).toNanos();

	@Test
	void grantsTheQuotaAtOnceAndThenAtItsRate() {
		Bucket bucket = new Bucket(TWO_A_SECOND, 0);
		assertThat(bucket.take(0).allowed()).isTrue();
		assertThat(bucket.take(0).remaining()).isZero();
		Bucket.Grant refused = bucket.take(0);
		assertThat(refused.allowed()).isFalse();
		assertThat(refused.untilNext()).isEqualTo(Duration.ofMillis(500));
		assertThat(refused.untilWhole()).isEqualTo(Duration.ofSeconds(1));
		assertThat(bucket.take(HALF_A_SECOND).allowed()).isTrue();
		assertThat(bucket.take(HALF_A_SECOND).allowed()).isFalse();
	}

	@Test
	void doesNotSaveUpMoreThanTheQuota() {
		Bucket bucket = new Bucket(TWO_A_SECOND, 0);
		assertThat(bucket.take(100 * HALF_A_SECOND).remaining()).isOne();
	}

}
