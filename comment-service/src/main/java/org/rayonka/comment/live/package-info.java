/**
 * Discussions as they go on, told to everybody who watches.
 */
@NullMarked
package org.rayonka.comment.live;

import org.jspecify.annotations.NullMarked;
