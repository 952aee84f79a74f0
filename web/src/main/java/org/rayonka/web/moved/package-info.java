/**
 * Addresses of old sites whose articles were taken over.
 */
@NullMarked
package org.rayonka.web.moved;

import org.jspecify.annotations.NullMarked;
