package org.rayonka.engagement.counts;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an article.
 *
 * @param views counted views
 * @param likes standing likes, null when not known now
 * @param comments comments that everybody may read, null when not known now
 * @param asOf the moment for which they stand
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ArticleCounts(@Nullable Long views, @Nullable Long likes, @Nullable Long comments, Instant asOf) {
}
