/**
 * Views, likes and comments as the other services tell them.
 */
@NullMarked
package org.rayonka.article.counts;

import org.jspecify.annotations.NullMarked;
