package org.rayonka.gateway.routing;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many connections to a service the gateway keeps, and how long it waits for them.
 *
 * @param max connections to one service for ordinary requests
 * @param maxWaiting requests that may wait for one of them
 * @param waitLimit how long they wait
 * @param maxStreams connections to one service for server-sent events
 * @param connectLimit how long a connection may take to be made
 * @param maxIdle when an unused connection is closed, sooner than services close theirs
 * @param silenceLimit how long an ordinary answer may pause once it has begun
 * @param streamSilenceLimit how long a stream may be silent, longer than two heartbeats
 */
@ConfigurationProperties("rayonka.connections")
record ConnectionProperties(@DefaultValue("256") int max, @DefaultValue("512") int maxWaiting,
		@DefaultValue("2s") Duration waitLimit, @DefaultValue("5500") int maxStreams,
		@DefaultValue("1s") Duration connectLimit, @DefaultValue("4s") Duration maxIdle,
		@DefaultValue("60s") Duration silenceLimit, @DefaultValue("75s") Duration streamSilenceLimit) {
}
