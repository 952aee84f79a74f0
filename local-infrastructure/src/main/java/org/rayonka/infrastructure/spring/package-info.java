/**
 * Hands the real servers to Spring tests by one annotation.
 */
@NullMarked
package org.rayonka.infrastructure.spring;

import org.jspecify.annotations.NullMarked;
