/**
 * What a request from outside may carry in, and what an answer must carry out.
 */
@NullMarked
package org.rayonka.gateway.protection;

import org.jspecify.annotations.NullMarked;
