/**
 * What an answer shows and what a change makes old.
 */
@NullMarked
package org.rayonka.tags;

import org.jspecify.annotations.NullMarked;
