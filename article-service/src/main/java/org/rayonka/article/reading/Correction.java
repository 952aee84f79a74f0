package org.rayonka.article.reading;

import java.time.Instant;

/**
 * What the newsroom tells readers of a change to what they may have read.
 *
 * @param at when it was made
 * @param note plain text
 */
record Correction(Instant at, String note) {
}
