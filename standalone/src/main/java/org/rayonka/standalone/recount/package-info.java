/**
 * Has the counts compared with their log or made anew from it, and tells how that goes.
 */
@NullMarked
package org.rayonka.standalone.recount;

import org.jspecify.annotations.NullMarked;
