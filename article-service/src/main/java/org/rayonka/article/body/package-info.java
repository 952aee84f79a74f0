/**
 * The HTML that an article's body may consist of.
 */
@NullMarked
package org.rayonka.article.body;

import org.jspecify.annotations.NullMarked;
