/**
 * The command line.
 */
@NullMarked
package org.rayonka.standalone.command;

import org.jspecify.annotations.NullMarked;
