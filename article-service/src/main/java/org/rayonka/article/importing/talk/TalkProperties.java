package org.rayonka.article.importing.talk;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an import deals with services that are away.
 *
 * @param patience about how long one thing is tried again
 */
@ConfigurationProperties("rayonka.import.talk")
record TalkProperties(@DefaultValue("20s") Duration patience) {
}
