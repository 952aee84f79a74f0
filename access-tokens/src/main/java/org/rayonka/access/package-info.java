/**
 * Who calls a service: bearer tokens are checked here, and what they say becomes one
 * value.
 */
@NullMarked
package org.rayonka.access;

import org.jspecify.annotations.NullMarked;
