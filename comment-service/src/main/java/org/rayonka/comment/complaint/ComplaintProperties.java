package org.rayonka.comment.complaint;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the law asks for.
 *
 * @param limit time from receipt to decision
 */
@ConfigurationProperties("rayonka.comments.complaint")
record ComplaintProperties(@DefaultValue("24h") Duration limit) {
}
