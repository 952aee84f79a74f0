/**
 * The page on which readers look for articles by words.
 */
@NullMarked
package org.rayonka.web.search;

import org.jspecify.annotations.NullMarked;
