/**
 * Counts the log anew, beside the scripts that count it as it grows, and compares or
 * replaces what is held of it.
 */
@NullMarked
package org.rayonka.engagement.recount;

import org.jspecify.annotations.NullMarked;
