/**
 * From the log to the numbers and back: batches counted once, snapshots, and the restore
 * from them.
 */
@NullMarked
package org.rayonka.engagement.counting;

import org.jspecify.annotations.NullMarked;
