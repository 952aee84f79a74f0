/**
 * What the platform consists of and what each part needs to run.
 */
@NullMarked
package org.rayonka.standalone.platform;

import org.jspecify.annotations.NullMarked;
