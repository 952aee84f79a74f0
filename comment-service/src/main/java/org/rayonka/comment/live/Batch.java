package org.rayonka.comment.live;

import java.util.List;

/**
 * What happened in a discussion between two readings of it.
 *
 * @param from the revision behind which it begins
 * @param to the revision up to which nothing is missing
 * @param changes in the order of revisions
 * @param total of the discussion afterwards
 * @param withdrawn whether the article was taken back, so that this is the last one
 */
record Batch(long from, long to, List<Told> changes, Total total, boolean withdrawn) {

}
