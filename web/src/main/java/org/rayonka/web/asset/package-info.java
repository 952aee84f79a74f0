/**
 * Style sheets, scripts and icons under names that change with their content.
 */
@NullMarked
package org.rayonka.web.asset;

import org.jspecify.annotations.NullMarked;
