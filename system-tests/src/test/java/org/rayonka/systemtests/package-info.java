/**
 * The platform as its users meet it: started by its one command, called through its
 * gateway, seen in a browser, and hit by faults.
 */
@NullMarked
package org.rayonka.systemtests;

import org.jspecify.annotations.NullMarked;
