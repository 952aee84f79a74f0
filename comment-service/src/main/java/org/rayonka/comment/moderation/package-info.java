/**
 * Moderators' queue and their decisions.
 */
@NullMarked
package org.rayonka.comment.moderation;

import org.jspecify.annotations.NullMarked;
