package org.rayonka.gateway.limits;

import java.time.Duration;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * So many requests in such a time.
 *
 * @param requests how many, also at once
 * @param window in which a used-up quota is whole again
 */
record Quota(@Positive int requests, @DefaultValue("60s") Duration window) {

	double perNano() {
		return (double) this.requests / this.window.toNanos();
	}

}
