package org.rayonka.engagement.scoreboard;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A Redis that is away is told at once, and nothing waits for it without bound.
 */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

	private static final int WAITING_COMMANDS = 5000;

	@Bean
	LettuceClientOptionsBuilderCustomizer rejectWhileDisconnected() {
		return (options) -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
			.requestQueueSize(WAITING_COMMANDS);
	}

}
