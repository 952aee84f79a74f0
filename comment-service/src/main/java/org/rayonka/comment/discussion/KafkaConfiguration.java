package org.rayonka.comment.discussion;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.rayonka.events.Topics;
import org.rayonka.events.UnreadableEventException;
import org.rayonka.tags.CacheTags;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * The topics that this service uses, and what becomes of a record that cannot be applied:
 * while the database is away it is tried again for as long as it takes; a record that is
 * itself at fault goes to the dead-letter topic and those behind it go on.
 */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

	@Bean
	NewTopics topics() {
		return new NewTopics(topic(Topics.ARTICLES).build(), topic(Topics.EDITIONS).compact().build(),
				topic(Topics.COMMENTS).build(), topic(Topics.deadLetter(Topics.ARTICLES)).build(),
				topic(Topics.deadLetter(Topics.EDITIONS)).build(),
				TopicBuilder.name(CacheTags.PURGES).partitions(1).build());
	}

	@Bean
	TopicCreation topicCreation(KafkaAdmin admin) {
		return new TopicCreation(admin);
	}

	@Bean
	DefaultErrorHandler errorHandler(KafkaTemplate<?, ?> template) {
		DeadLetterPublishingRecoverer deadLetters = new DeadLetterPublishingRecoverer(template,
				(record, ex) -> new TopicPartition(Topics.deadLetter(record.topic()), record.partition()));
		DefaultErrorHandler handler = new DefaultErrorHandler(deadLetters, untilItIsBack());
		handler.setLogLevel(KafkaException.Level.WARN);
		handler.setBackOffFunction(KafkaConfiguration::backOff);
		return handler;
	}

	private static BackOff backOff(ConsumerRecord<?, ?> record, Exception failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof UnreadableEventException) {
				return new FixedBackOff(0, 0);
			}
			if (cause instanceof DataAccessException || cause instanceof IllegalStateException) {
				return untilItIsBack();
			}
		}
		return new FixedBackOff(500, 3);
	}

	private static BackOff untilItIsBack() {
		ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
		backOff.setMaxInterval(5_000);
		return backOff;
	}

	private static TopicBuilder topic(String name) {
		return TopicBuilder.name(name).partitions(Topics.PARTITIONS);
	}

}
