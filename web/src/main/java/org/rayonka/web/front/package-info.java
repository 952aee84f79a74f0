/**
 * Front pages, rubrics and the pages that explain.
 */
@NullMarked
package org.rayonka.web.front;

import org.jspecify.annotations.NullMarked;
