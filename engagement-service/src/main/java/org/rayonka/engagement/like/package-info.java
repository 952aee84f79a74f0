/**
 * Likes: at most one of a visitor on an article.
 */
@NullMarked
package org.rayonka.engagement.like;

import org.jspecify.annotations.NullMarked;
