/**
 * Answers of services kept for a moment, and longer while their service is away.
 */
@NullMarked
package org.rayonka.web.memory;

import org.jspecify.annotations.NullMarked;
