/**
 * Views on their way to engagement-service, those of one moment in one request.
 */
@NullMarked
package org.rayonka.gateway.beacon;

import org.jspecify.annotations.NullMarked;
