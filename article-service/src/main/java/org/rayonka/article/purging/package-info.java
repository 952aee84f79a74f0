/**
 * Telling the edge which pages are old.
 */
@NullMarked
package org.rayonka.article.purging;

import org.jspecify.annotations.NullMarked;
