/**
 * What the gateway may keep for everybody.
 */
@NullMarked
package org.rayonka.web.edge;

import org.jspecify.annotations.NullMarked;
