package org.rayonka.outbox;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The smallest service with an outbox.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({ Aggregates.class, TestTopics.class })
class OutboxTestApplication {

}
