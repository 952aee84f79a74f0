/**
 * Pages for what cannot be shown.
 */
@NullMarked
package org.rayonka.web.failure;

import org.jspecify.annotations.NullMarked;
