/**
 * Sends the export of an old site to the platform and tells how its import goes.
 */
@NullMarked
package org.rayonka.standalone.importing;

import org.jspecify.annotations.NullMarked;
