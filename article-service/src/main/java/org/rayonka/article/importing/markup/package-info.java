/**
 * What old sites wrote in their own ways, turned into the HTML that an article may have.
 */
@NullMarked
package org.rayonka.article.importing.markup;

import org.jspecify.annotations.NullMarked;
