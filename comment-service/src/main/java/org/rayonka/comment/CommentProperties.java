package org.rayonka.comment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The house rules of discussions.
 *
 * @param premoderateGuests whether a moderator sees what guests write before everybody
 * does
 * @param guestName how a guest is called who gives no name
 */
@ConfigurationProperties("rayonka.comments")
public record CommentProperties(@DefaultValue("true") boolean premoderateGuests,
		@DefaultValue("Гость") String guestName) {

}
