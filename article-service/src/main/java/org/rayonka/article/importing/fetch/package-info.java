/**
 * Fetches pictures of old sites, from public addresses alone and within bounds.
 */
@NullMarked
package org.rayonka.article.importing.fetch;

import org.jspecify.annotations.NullMarked;
