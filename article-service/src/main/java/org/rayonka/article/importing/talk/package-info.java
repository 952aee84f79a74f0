/**
 * Hands over to the other services what readers of an old site said and did.
 */
@NullMarked
package org.rayonka.article.importing.talk;

import org.jspecify.annotations.NullMarked;
