/**
 * Addresses of old sites, so that links that readers kept still lead to articles.
 */
@NullMarked
package org.rayonka.article.moved;

import org.jspecify.annotations.NullMarked;
