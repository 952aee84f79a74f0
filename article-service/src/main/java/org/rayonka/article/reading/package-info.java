/**
 * What the public sees: lists, search, an article, a page by its path.
 */
@NullMarked
package org.rayonka.article.reading;

import org.jspecify.annotations.NullMarked;
