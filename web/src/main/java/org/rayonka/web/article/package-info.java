/**
 * Editions and articles as article-service tells them.
 */
@NullMarked
package org.rayonka.web.article;

import org.jspecify.annotations.NullMarked;
