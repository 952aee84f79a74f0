/**
 * The page of an article, its print version and its forms.
 */
@NullMarked
package org.rayonka.web.story;

import org.jspecify.annotations.NullMarked;
