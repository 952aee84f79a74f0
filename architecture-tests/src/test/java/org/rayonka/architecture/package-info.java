/**
 * What DESIGN says each module must never do, as tests over the classes of all modules.
 */
@NullMarked
package org.rayonka.architecture;

import org.jspecify.annotations.NullMarked;
