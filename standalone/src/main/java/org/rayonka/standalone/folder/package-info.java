/**
 * What the standalone run keeps on disk: ports, secrets, what was loaded.
 */
@NullMarked
package org.rayonka.standalone.folder;

import org.jspecify.annotations.NullMarked;
