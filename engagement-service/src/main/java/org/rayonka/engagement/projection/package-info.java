/**
 * What PostgreSQL knows and the log of views does not, on its way to the scoreboard:
 * where articles belong, likes, comments.
 */
@NullMarked
package org.rayonka.engagement.projection;

import org.jspecify.annotations.NullMarked;
