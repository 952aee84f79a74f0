/**
 * A view on its way into the log: what sent it, under which pseudonym, and the
 * acknowledgement.
 */
@NullMarked
package org.rayonka.engagement.beacon;

import org.jspecify.annotations.NullMarked;
