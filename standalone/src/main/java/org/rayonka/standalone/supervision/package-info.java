/**
 * Starts the parts as their needs allow and keeps them alive.
 */
@NullMarked
package org.rayonka.standalone.supervision;

import org.jspecify.annotations.NullMarked;
