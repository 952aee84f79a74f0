/**
 * Every error that leaves a service is an RFC 9457 problem with a stable type, and no
 * parameter is passed over in silence.
 */
@NullMarked
package org.rayonka.problems;

import org.jspecify.annotations.NullMarked;
