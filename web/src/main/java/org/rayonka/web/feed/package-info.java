/**
 * RSS, Atom and JSON Feed, the sitemap and robots.txt.
 */
@NullMarked
package org.rayonka.web.feed;

import org.jspecify.annotations.NullMarked;
