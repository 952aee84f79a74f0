/**
 * What every page has in common: who asks, in which words, the frame around it.
 */
@NullMarked
package org.rayonka.web.page;

import org.jspecify.annotations.NullMarked;
