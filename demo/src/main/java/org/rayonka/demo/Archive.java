package org.rayonka.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which of the demo's articles are published already.
 *
 * @param stories in no particular order
 */
record Archive(List<PublishedStory> stories) {

	boolean has(Story story) {
		return stories.stream().anyMatch((published) -> published.story().key().equals(story.key()));
	}

	/**
	 * The articles with these names, those that are published.
	 */
	List<UUID> ids(Paper paper, List<String> names) {
		return names.stream()
			.flatMap((name) -> stories.stream()
				.filter((published) -> published.story().key().equals(paper.slug() + "/" + name)))
			.map(PublishedStory::id)
			.toList();
	}

	/**
	 * When the first load of this content began, told by an article whose date is a
	 * distance from it. A load that goes on uses the same time, so that it plans the same
	 * views.
	 * @return empty when there is no such article yet
	 */
	Optional<Instant> loadedAt() {
		return stories.stream().flatMap((published) -> begun(published).stream()).min(Instant::compareTo);
	}

	private static Optional<Instant> begun(PublishedStory published) {
		return switch (published.story().head().published()) {
			case Moment.Distance distance -> Optional.of(published.publishedAt().plus(distance.length()));
			case Moment.DayAndTime day -> Optional.empty();
		};
	}

}
