/**
 * Pictures and videos, stored once by the hash of their bytes.
 */
@NullMarked
package org.rayonka.article.media;

import org.jspecify.annotations.NullMarked;
