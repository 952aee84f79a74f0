package org.rayonka.article.changes;

import java.time.Duration;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the log is streamed.
 *
 * @param poll how often a process looks for new entries while somebody listens
 * @param heartbeat how often a silent stream says that it lives
 * @param maxClients how many streams a process keeps open
 */
@Validated
@ConfigurationProperties("rayonka.changes")
record ChangeStreamProperties(@DefaultValue("200ms") Duration poll, @DefaultValue("15s") Duration heartbeat,
		@Positive @DefaultValue("200") int maxClients) {
}
