package org.rayonka.demo;

import java.net.URI;

/**
 * Where the demo content goes: the services themselves, not the gateway, since it comes
 * faster than a newsroom writes and likes for many visitors.
 *
 * @param article base address of article-service
 * @param engagement base address of engagement-service
 * @param comment base address of comment-service
 * @param identity base address of identity-service
 * @param kafkaBootstrap Kafka's brokers, as {@code host:port}
 */
public record DemoTargets(URI article, URI engagement, URI comment, URI identity, String kafkaBootstrap) {
}
