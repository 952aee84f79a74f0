package org.rayonka.gateway.limits;

import java.time.Duration;

/**
 * What is left of one client's quota: a token bucket that fills at an even rate.
 */
final class Bucket {

	/**
	 * What came of asking for one request.
	 *
	 * @param allowed whether it may go on
	 * @param remaining how many more may follow at once
	 * @param untilWhole when the quota is whole again
	 * @param untilNext when the next request is let through
	 */
	record Grant(boolean allowed, int remaining, Duration untilWhole, Duration untilNext) {
	}

	private final Quota quota;

	private double tokens;

	private long filledAt;

	Bucket(Quota quota, long now) {
		this.quota = quota;
		this.tokens = quota.requests();
		this.filledAt = now;
	}

	/** Takes one request, at a time in nanoseconds that never goes back. */
	synchronized Grant take(long now) {
		this.tokens = Math.min(this.quota.requests(), this.tokens + (now - this.filledAt) * this.quota.perNano());
		this.filledAt = now;
		boolean allowed = this.tokens >= 1;
		if (allowed) {
			this.tokens -= 1;
		}
		return new Grant(allowed, (int) this.tokens, timeFor(this.quota.requests() - this.tokens),
				timeFor(Math.max(0, 1 - this.tokens)));
	}

	private Duration timeFor(double missing) {
		return Duration.ofNanos((long) Math.ceil(missing / this.quota.perNano()));
	}

}
