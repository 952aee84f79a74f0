/**
 * engagement-service: views, likes, the popular lists and live counters, exact and
 * replayable.
 */
@NullMarked
package org.rayonka.engagement;

import org.jspecify.annotations.NullMarked;
