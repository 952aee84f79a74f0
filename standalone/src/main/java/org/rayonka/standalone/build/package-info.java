/**
 * What the build prepares so that services start fast.
 */
@NullMarked
package org.rayonka.standalone.build;

import org.jspecify.annotations.NullMarked;
