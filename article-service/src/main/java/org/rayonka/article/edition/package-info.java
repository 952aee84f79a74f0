/**
 * Editions, their imprint and their rubrics.
 */
@NullMarked
package org.rayonka.article.edition;

import org.jspecify.annotations.NullMarked;
