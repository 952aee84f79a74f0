/**
 * The numbers and lists in Redis: their keys, and the scripts that alone change them.
 */
@NullMarked
package org.rayonka.engagement.scoreboard;

import org.jspecify.annotations.NullMarked;
