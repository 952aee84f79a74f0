/**
 * The lists of what is read, liked and discussed most.
 */
@NullMarked
package org.rayonka.engagement.popular;

import org.jspecify.annotations.NullMarked;
