package org.rayonka.comment.live;

import org.springframework.http.codec.ServerSentEvent;

/**
 * A change in the form in which all watchers of a discussion are sent it.
 *
 * @param revision the discussion's
 * @param event written once for all of them
 */
record Told(long revision, ServerSentEvent<String> event) {

}
