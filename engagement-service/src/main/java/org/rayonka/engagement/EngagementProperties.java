package org.rayonka.engagement;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What operators may set.
 *
 * @param publicUrl the address under which readers see the site
 * @param views how views are kept and counted
 */
@Validated
@ConfigurationProperties("rayonka")
public record EngagementProperties(@DefaultValue("http://localhost:8080") URI publicUrl, @DefaultValue Views views) {

	/**
	 * How views are kept and counted.
	 *
	 * @param window within which a visitor's further views of an article are not counted
	 * @param judgeRate whether too many views of one visitor make them automated
	 * @param rateLimit how many views a minute are more than a person can read
	 * @param ackTimeout how long a beacon waits for Kafka before it is answered 503
	 * @param waiting how many beacons may wait to be handed to Kafka
	 * @param consumers how many threads count
	 * @param driftPeriod how often some articles are compared between Redis and
	 * PostgreSQL
	 */
	public record Views(@DefaultValue("30m") Duration window, @DefaultValue("true") boolean judgeRate,
			@DefaultValue("60") @Min(1) int rateLimit, @DefaultValue("900ms") Duration ackTimeout,
			@DefaultValue("2000") @Min(1) int waiting, @DefaultValue("1") @Min(1) @Max(4) int consumers,
			@DefaultValue("10s") Duration driftPeriod) {
	}

	/**
	 * An address for readers.
	 * @param path below the public address, with a leading slash
	 * @return the absolute address
	 */
	public String url(String path) {
		String base = this.publicUrl.toString();
		return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
	}

}
