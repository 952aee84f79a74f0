package org.rayonka.outbox;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * How the relay works.
 *
 * @param enabled whether this process takes part in relaying; messages are accepted
 * either way
 * @param batchSize how many rows are read and sent at once
 * @param batchBytes how many bytes of payload are held in memory at once, more only when
 * a single row is larger
 * @param pollInterval how long the leader waits for a notification before it looks by
 * itself
 * @param takeoverInterval how often a process that does not lead asks whether it may
 */
@ConfigurationProperties("rayonka.outbox")
record OutboxProperties(@DefaultValue("true") boolean enabled, @DefaultValue("500") int batchSize,
		@DefaultValue("4MB") DataSize batchBytes, @DefaultValue("1s") Duration pollInterval,
		@DefaultValue("500ms") Duration takeoverInterval) {

	OutboxProperties {
		Assert.isTrue(batchSize > 0, "rayonka.outbox.batch-size must be positive");
		Assert.isTrue(batchBytes.toBytes() > 0, "rayonka.outbox.batch-bytes must be positive");
		Assert.isTrue(pollInterval.isPositive(), "rayonka.outbox.poll-interval must be positive");
		Assert.isTrue(takeoverInterval.isPositive(), "rayonka.outbox.takeover-interval must be positive");
	}

}
