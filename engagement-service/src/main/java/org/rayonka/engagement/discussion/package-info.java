/**
 * How many comments everybody may read, as comment-service tells it.
 */
@NullMarked
package org.rayonka.engagement.discussion;

import org.jspecify.annotations.NullMarked;
