package org.rayonka.web.front;

import java.util.List;

import org.rayonka.web.article.Edition;
import org.rayonka.web.author.Author;
import org.rayonka.web.page.Page;
import org.rayonka.web.page.Shell;

/**
 * What the law wants known of an edition.
 *
 * @param shell the frame
 * @param edition whose imprint it is
 * @param authors of its newsroom, by name
 */
public record ImprintPage(Shell shell, Edition edition, List<Author> authors) implements Page {
}
