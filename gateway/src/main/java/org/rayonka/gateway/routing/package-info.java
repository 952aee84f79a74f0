/**
 * Which service answers which path, how long it may take, and what is said when it is
 * away.
 */
@NullMarked
package org.rayonka.gateway.routing;

import org.jspecify.annotations.NullMarked;
