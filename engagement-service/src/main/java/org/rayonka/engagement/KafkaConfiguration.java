package org.rayonka.engagement;

import java.util.Map;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.rayonka.events.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/**
 * The topics that this service writes and reads, and how listeners take failure.
 */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

	private static final long RETRY_MILLIS = 500;

	/** Kept for ever: every number can be made again from the log. */
	private static final Map<String, String> FOR_EVER = Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1",
			TopicConfig.RETENTION_BYTES_CONFIG, "-1");

	@Bean
	NewTopics topics() {
		Stream<NewTopic> events = Stream.of(Topics.ARTICLES, Topics.VIEWS, Topics.ENGAGEMENT, Topics.COMMENTS)
			.map(KafkaConfiguration::topic);
		Stream<NewTopic> deadLetters = Stream.of(Topics.VIEWS, Topics.ARTICLES, Topics.COMMENTS)
			.map(Topics::deadLetter)
			.map(KafkaConfiguration::topic);
		return new NewTopics(Stream.concat(events, deadLetters).toArray(NewTopic[]::new));
	}

	/**
	 * What is away comes back: a batch is tried until it is applied. Records that cannot
	 * be read never come here, see {@link DeadLetters}.
	 */
	@Bean
	DefaultErrorHandler listenersTryAgain() {
		return new DefaultErrorHandler(new FixedBackOff(RETRY_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS));
	}

	private static NewTopic topic(String name) {
		return TopicBuilder.name(name).partitions(Topics.PARTITIONS).replicas(-1).configs(FOR_EVER).build();
	}

}
