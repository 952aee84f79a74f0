/**
 * What an article brings along from the site on which it appeared before.
 */
@NullMarked
package org.rayonka.engagement.opening;

import org.jspecify.annotations.NullMarked;
