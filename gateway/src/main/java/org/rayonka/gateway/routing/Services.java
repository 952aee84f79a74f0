package org.rayonka.gateway.routing;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services listen.
 *
 * @param article articles, editions, the newsroom, media
 * @param engagement views, likes, counts, popular lists
 * @param comment threads and moderation
 * @param identity accounts, tokens, the sign-in page
 * @param web pages and feeds
 */
@ConfigurationProperties("rayonka.services")
public record Services(@DefaultValue("http://localhost:8081") URI article,
		@DefaultValue("http://localhost:8082") URI engagement, @DefaultValue("http://localhost:8083") URI comment,
		@DefaultValue("http://localhost:8084") URI identity, @DefaultValue("http://localhost:8085") URI web) {
}
