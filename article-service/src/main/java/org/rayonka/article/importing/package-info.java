/**
 * Takes a paper's old site over: files that other systems export become articles.
 */
@NullMarked
package org.rayonka.article.importing;

import org.jspecify.annotations.NullMarked;
