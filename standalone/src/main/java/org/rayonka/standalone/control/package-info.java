/**
 * How the command line talks to the supervisor, and what they say.
 */
@NullMarked
package org.rayonka.standalone.control;

import org.jspecify.annotations.NullMarked;
