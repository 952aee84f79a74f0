/**
 * What is known of the articles discussed, and the number of comments that is told to
 * others.
 */
@NullMarked
package org.rayonka.comment.discussion;

import org.jspecify.annotations.NullMarked;
