package org.rayonka.web.front;

import org.rayonka.web.page.Page;
import org.rayonka.web.page.Shell;

/**
 * A page of words.
 *
 * @param shell the frame
 */
public record PlainPage(Shell shell) implements Page {
}
