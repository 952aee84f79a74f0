package org.rayonka.comment.moderation;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How moderators keep out of each other's way.
 *
 * @param lasts how long a claim holds unless it is renewed
 */
@ConfigurationProperties("rayonka.comments.claim")
record ClaimProperties(@DefaultValue("5m") Duration lasts) {
}
