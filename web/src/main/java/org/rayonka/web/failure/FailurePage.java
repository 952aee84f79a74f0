package org.rayonka.web.failure;

import org.rayonka.web.page.Page;
import org.rayonka.web.page.Shell;

/**
 * A page for what cannot be shown.
 *
 * @param shell the frame
 * @param status of the answer
 * @param key of the words in the message bundle
 */
public record FailurePage(Shell shell, int status, String key) implements Page {
}
