/**
 * Pages of those who write.
 */
@NullMarked
package org.rayonka.web.author;

import org.jspecify.annotations.NullMarked;
