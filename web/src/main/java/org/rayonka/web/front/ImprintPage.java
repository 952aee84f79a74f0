package org.rayonka.web.front;

import org.rayonka.web.article.Edition;
import org.rayonka.web.page.Shell;

/**
 * What the law wants known of an edition.
 *
 * @param shell the frame
 * @param edition whose imprint it is
 */
public record ImprintPage(Shell shell, Edition edition) {
}
