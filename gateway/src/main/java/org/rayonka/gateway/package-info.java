/**
 * The edge: everything from outside comes through here, and nothing of the domain lives
 * here.
 */
@NullMarked
package org.rayonka.gateway;

import org.jspecify.annotations.NullMarked;
