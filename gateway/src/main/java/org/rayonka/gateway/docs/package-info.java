/**
 * One OpenAPI document and one page for all services.
 */
@NullMarked
package org.rayonka.gateway.docs;

import org.jspecify.annotations.NullMarked;
