package org.rayonka.web.story;

import org.rayonka.web.page.Page;
import org.rayonka.web.page.Shell;

/**
 * An article as it goes to the printer.
 *
 * @param shell the frame
 * @param story what is printed
 */
public record PrintPage(Shell shell, Story story) implements Page {
}
