/**
 * The rules by which a comment appears at once, waits for a moderator, or is refused:
 * each a class, asked in the order of their numbers.
 */
@NullMarked
package org.rayonka.comment.rules;

import org.jspecify.annotations.NullMarked;
