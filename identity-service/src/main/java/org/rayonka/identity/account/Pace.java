package org.rayonka.identity.account;

import java.time.Duration;

/**
 * How fast wrong passwords may follow each other: freely at first, then after waits that
 * double up to a longest one, so that nobody is ever locked out for good.
 *
 * @param free how many failures cost no wait
 * @param first the first wait
 * @param longest no wait is longer
 */
record Pace(int free, Duration first, Duration longest) {

	Duration after(int failures) {
		if (failures < this.free) {
			return Duration.ZERO;
		}
		Duration wait = this.first.multipliedBy(1L << Math.min(failures - this.free, 20));
		return (wait.compareTo(this.longest) < 0) ? wait : this.longest;
	}

}
