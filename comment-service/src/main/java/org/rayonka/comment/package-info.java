/**
 * Threads below articles and their moderation.
 */
@NullMarked
package org.rayonka.comment;

import org.jspecify.annotations.NullMarked;
