package org.rayonka.comment.vote;

import org.rayonka.comment.thread.Traces;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * How somebody has voted. Scores follow what is wiped.
 */
@Configuration(proxyBeanMethods = false)
class VoteTraces {

	@Bean
	@Order(1)
	Traces votesOf(DatabaseClient database) {
		return new Traces(database, "vote", "json_build_object('comment', comment_id, 'value', value)",
				"update comment set score = score - value from gone where id = comment_id");
	}

}
