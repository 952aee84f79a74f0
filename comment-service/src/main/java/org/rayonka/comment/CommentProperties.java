package org.rayonka.comment;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The house rules of discussions, and how long they may take.
 *
 * @param guestName how a guest is called who gives no name
 * @param deadline after which a request is answered 503
 * @param importDeadline the same for an import
 */
@ConfigurationProperties("rayonka.comments")
public record CommentProperties(@DefaultValue("Гость") String guestName, @DefaultValue("5s") Duration deadline,
		@DefaultValue("60s") Duration importDeadline) {

}
