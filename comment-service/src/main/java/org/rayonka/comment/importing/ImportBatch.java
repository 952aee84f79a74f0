package org.rayonka.comment.importing;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What an importer sends at once.
 *
 * @param articleId the article discussed
 * @param items its comments, or some of them
 */
record ImportBatch(@NotNull UUID articleId,
		@NotNull @Size(min = 1, max = 500) List<@NotNull @Valid ImportedComment> items) {

	/** All comments that the batch names. */
	String[] sourceIds() {
		return this.items.stream()
			.flatMap((item) -> Stream.of(item.sourceId(), item.parentSourceId()))
			.filter((id) -> id != null)
			.distinct()
			.toArray(String[]::new);
	}

}
