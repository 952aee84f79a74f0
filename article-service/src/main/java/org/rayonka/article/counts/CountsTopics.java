package org.rayonka.article.counts;

import java.util.stream.Stream;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.rayonka.events.Topics;
import org.rayonka.events.UnreadableEventException;
import org.rayonka.tags.CacheTags;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * The topics that this service uses, and what becomes of a record that it cannot read.
 */
@Configuration(proxyBeanMethods = false)
class CountsTopics {

	@Bean
	NewTopics topics() {
		Stream<NewTopic> logs = Stream
			.of(Topics.ARTICLES, Topics.ENGAGEMENT, Topics.COMMENTS, Topics.deadLetter(Topics.ENGAGEMENT),
					Topics.deadLetter(Topics.COMMENTS))
			.map((name) -> TopicBuilder.name(name).partitions(Topics.PARTITIONS).build());
		NewTopic editions = TopicBuilder.name(Topics.EDITIONS).partitions(Topics.PARTITIONS).compact().build();
		NewTopic purges = TopicBuilder.name(CacheTags.PURGES).partitions(1).build();
		return new NewTopics(Stream.concat(logs, Stream.of(editions, purges)).toArray(NewTopic[]::new));
	}

	/**
	 * A record that is no event goes to the dead-letter topic at once; anything else,
	 * such as a database that is away, is tried again until it works.
	 */
	@Bean
	CommonErrorHandler countsErrorHandler(KafkaOperations<?, ?> kafka) {
		ExponentialBackOff patience = new ExponentialBackOff(500, 2);
		patience.setMaxInterval(10_000);
		DeadLetterPublishingRecoverer aside = new DeadLetterPublishingRecoverer(kafka, (unreadable,
				failure) -> new TopicPartition(Topics.deadLetter(unreadable.topic()), unreadable.partition()));
		DefaultErrorHandler handler = new DefaultErrorHandler(aside, patience);
		handler.addNotRetryableExceptions(UnreadableEventException.class);
		return handler;
	}

}
