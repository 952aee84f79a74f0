/**
 * The numbers of an article for those who ask: now, live, and explained.
 */
@NullMarked
package org.rayonka.engagement.counts;

import org.jspecify.annotations.NullMarked;
