/**
 * Those who write, each with a page.
 */
@NullMarked
package org.rayonka.article.author;

import org.jspecify.annotations.NullMarked;
