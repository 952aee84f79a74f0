/**
 * What the editors put at the top of an edition's front page.
 */
@NullMarked
package org.rayonka.article.mainstories;

import org.jspecify.annotations.NullMarked;
