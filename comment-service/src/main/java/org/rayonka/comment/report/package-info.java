/**
 * Readers' reports of comments, for moderators to judge.
 */
@NullMarked
package org.rayonka.comment.report;

import org.jspecify.annotations.NullMarked;
