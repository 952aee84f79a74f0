package org.rayonka.gateway.edgecache;

import org.jspecify.annotations.Nullable;

/**
 * By what an answer is found again: requests with the same key get the same bytes.
 *
 * @param uri path and query as they were sent, without marks of other sites
 * @param compressed whether the client takes gzip
 * @param crossOrigin whether the page of another site asks, who is told that it may read
 * @param language of a page, null elsewhere
 */
record EdgeKey(String uri, boolean compressed, boolean crossOrigin, @Nullable String language) {
}
