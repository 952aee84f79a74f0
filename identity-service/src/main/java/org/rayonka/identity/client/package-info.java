/**
 * Programs that call the API, the gateway among them, as OAuth 2 clients.
 */
@NullMarked
package org.rayonka.identity.client;

import org.jspecify.annotations.NullMarked;
