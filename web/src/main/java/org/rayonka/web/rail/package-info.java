/**
 * The lists beside an article: popular, liked, discussed, video.
 */
@NullMarked
package org.rayonka.web.rail;

import org.jspecify.annotations.NullMarked;
