/**
 * How much one client may ask for, and how it is told.
 */
@NullMarked
package org.rayonka.gateway.limits;

import org.jspecify.annotations.NullMarked;
