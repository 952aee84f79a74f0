/**
 * Comments brought along from elsewhere.
 */
@NullMarked
package org.rayonka.comment.importing;

import org.jspecify.annotations.NullMarked;
