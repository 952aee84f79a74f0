/**
 * The console of those who operate the platform, as a process of its own.
 */
@NullMarked
package org.rayonka.standalone.console;

import org.jspecify.annotations.NullMarked;
