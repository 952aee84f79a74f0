/**
 * Opaque cursors for keyset pages.
 */
@NullMarked
package org.rayonka.article.paging;

import org.jspecify.annotations.NullMarked;
