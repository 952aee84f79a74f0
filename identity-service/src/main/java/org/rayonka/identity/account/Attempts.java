package org.rayonka.identity.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Counts failed attempts by key, in memory and of bounded size: the keys that have rested
 * longest are dropped first.
 */
class Attempts {

	private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

	private final Map<String, Tally> tallies;

	private final Clock clock;

	Attempts(int capacity, Clock clock) {
		this.tallies = new Bounded<>(capacity);
		this.clock = clock;
	}

	/**
	 * Admits an attempt and counts it as failed at once, so that many at the same time do
	 * not slip through; {@link #succeeded} takes that back. An attempt that is not
	 * admitted is not counted.
	 * @param limits all keys that the attempt counts for, each with its pace
	 * @return zero when admitted, else how long to wait
	 */
	synchronized Duration admit(Map<String, Pace> limits) {
		Instant now = this.clock.instant();
		Duration wait = limits.keySet()
			.stream()
			.map((key) -> tally(key, now).waitAt(now))
			.max(Duration::compareTo)
			.orElse(Duration.ZERO);
		if (wait.isZero()) {
			limits.forEach((key, pace) -> this.tallies.put(key, tally(key, now).failed(now, pace)));
		}
		return wait;
	}

	synchronized void succeeded(Collection<String> keys) {
		keys.forEach((key) -> this.tallies.computeIfPresent(key, (same, tally) -> tally.takenBack()));
	}

	private Tally tally(String key, Instant now) {
		Tally tally = this.tallies.get(key);
		return (tally == null || tally.last().plus(FORGOTTEN_AFTER).isBefore(now)) ? new Tally(0, now, now) : tally;
	}

	private record Tally(int failures, Instant last, Instant notBefore) {

		Duration waitAt(Instant now) {
			return now.isBefore(this.notBefore) ? Duration.between(now, this.notBefore) : Duration.ZERO;
		}

		Tally failed(Instant now, Pace pace) {
			return new Tally(this.failures + 1, now, now.plus(pace.after(this.failures + 1)));
		}

		@Nullable Tally takenBack() {
			return (this.failures > 1) ? new Tally(this.failures - 1, this.last, this.last) : null;
		}

	}

	/**
	 * A map that forgets what was touched longest ago.
	 */
	static final class Bounded<V> extends LinkedHashMap<String, V> {

		private final int capacity;

		Bounded(int capacity) {
			super(16, 0.75F, true);
			this.capacity = capacity;
		}

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
			return size() > this.capacity;
		}

	}

}
