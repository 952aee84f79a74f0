/**
 * The site as something that is installed, and read without a connection.
 */
@NullMarked
package org.rayonka.web.app;

import org.jspecify.annotations.NullMarked;
