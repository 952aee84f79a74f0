/**
 * How long a page waits for other services.
 */
@NullMarked
package org.rayonka.web.patience;

import org.jspecify.annotations.NullMarked;
