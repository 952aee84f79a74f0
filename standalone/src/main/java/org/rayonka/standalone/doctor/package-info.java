/**
 * What can be wrong with a machine, and the remedy.
 */
@NullMarked
package org.rayonka.standalone.doctor;

import org.jspecify.annotations.NullMarked;
