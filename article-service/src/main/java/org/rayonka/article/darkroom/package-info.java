/**
 * What is done to the bytes of a picture before anybody sees it: it is measured, cleaned
 * of all that is not picture, and printed in sizes, in memory that does not grow with it.
 */
@NullMarked
package org.rayonka.article.darkroom;

import org.jspecify.annotations.NullMarked;
