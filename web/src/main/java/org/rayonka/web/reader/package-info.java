/**
 * Who reads: signed in or not, and never kept out for it.
 */
@NullMarked
package org.rayonka.web.reader;

import org.jspecify.annotations.NullMarked;
