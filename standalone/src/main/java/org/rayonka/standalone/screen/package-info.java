/**
 * Shows how a long work goes: a bar to people, lines to programs.
 */
@NullMarked
package org.rayonka.standalone.screen;

import org.jspecify.annotations.NullMarked;
