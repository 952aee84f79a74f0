/**
 * The change log for aggregators, by pages and as a live stream.
 */
@NullMarked
package org.rayonka.article.changes;

import org.jspecify.annotations.NullMarked;
