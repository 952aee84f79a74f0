/**
 * The newsroom's side: drafts, revisions, publishing, correcting and withdrawing.
 */
@NullMarked
package org.rayonka.article.writing;

import org.jspecify.annotations.NullMarked;
