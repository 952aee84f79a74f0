/**
 * Finds articles by words: search, the word that was meant, and what belongs together.
 */
@NullMarked
package org.rayonka.article.search;

import org.jspecify.annotations.NullMarked;
