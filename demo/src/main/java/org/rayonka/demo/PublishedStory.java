package org.rayonka.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * An article as article-service has it.
 */
record PublishedStory(Paper paper, Story story, UUID id, Instant publishedAt) {

	ZoneId zone() {
		return paper.zone();
	}

	int interest() {
		return story.head().interest();
	}

	/**
	 * Chance that falls the same in every load.
	 * @param purpose so that two uses do not fall alike
	 */
	SplittableRandom random(String purpose) {
		return new SplittableRandom((story.key() + "/" + purpose).hashCode() * 0x9E3779B97F4A7C15L);
	}

}
