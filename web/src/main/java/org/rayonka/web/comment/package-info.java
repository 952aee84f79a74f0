/**
 * Discussions as comment-service tells them.
 */
@NullMarked
package org.rayonka.web.comment;

import org.jspecify.annotations.NullMarked;
