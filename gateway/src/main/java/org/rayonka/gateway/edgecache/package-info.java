/**
 * Answers out of memory, below everything else on the public port: what a service has
 * allowed to be kept is served by a Netty handler, before HTTP becomes anybody's request.
 */
@NullMarked
package org.rayonka.gateway.edgecache;

import org.jspecify.annotations.NullMarked;
