/**
 * The version of all pages for weak sight, and how a reader has settled it.
 */
@NullMarked
package org.rayonka.web.sight;

import org.jspecify.annotations.NullMarked;
