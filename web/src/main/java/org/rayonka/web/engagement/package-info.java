/**
 * Counts, likes and popular lists as engagement-service tells them.
 */
@NullMarked
package org.rayonka.web.engagement;

import org.jspecify.annotations.NullMarked;
