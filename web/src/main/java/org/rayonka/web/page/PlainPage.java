package org.rayonka.web.page;

/**
 * A page of words.
 *
 * @param shell the frame
 */
public record PlainPage(Shell shell) implements Page {
}
