/**
 * The newsroom's record: editions, articles and their life, and what readers and
 * aggregators see of them.
 */
@NullMarked
package org.rayonka.article;

import org.jspecify.annotations.NullMarked;
