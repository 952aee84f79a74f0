/**
 * What runs inside the broker's own JVM.
 */
@NullMarked
package org.rayonka.infrastructure.broker;

import org.jspecify.annotations.NullMarked;
