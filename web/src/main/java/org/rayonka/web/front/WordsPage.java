package org.rayonka.web.front;

import java.util.List;

import org.rayonka.web.page.Page;
import org.rayonka.web.page.Shell;

/**
 * A page of words.
 *
 * @param shell the frame
 * @param key under which they stand in the bundle
 * @param parts each with a title of its own
 */
public record WordsPage(Shell shell, String key, List<String> parts) implements Page {
}
