/**
 * Three fictional district papers, and what brings them into a running platform.
 */
@NullMarked
package org.rayonka.demo;

import org.jspecify.annotations.NullMarked;
