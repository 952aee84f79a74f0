/**
 * Where the site is, and what it calls itself.
 */
@NullMarked
package org.rayonka.web.site;

import org.jspecify.annotations.NullMarked;
