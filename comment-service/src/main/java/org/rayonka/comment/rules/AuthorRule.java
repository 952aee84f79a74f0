package org.rayonka.comment.rules;

import org.rayonka.comment.thread.Rule;

/**
 * A rule that looks at who says it and where, never at what is said: an author can be
 * told beforehand.
 */
interface AuthorRule extends Rule {

}
