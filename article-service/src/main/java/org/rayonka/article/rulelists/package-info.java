/**
 * Lists of an edition's front page that fill themselves by a rule of the editors.
 */
@NullMarked
package org.rayonka.article.rulelists;

import org.jspecify.annotations.NullMarked;
