package org.rayonka.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rayonka.events.ViewRecorded;
import org.rayonka.events.ViewRecorded.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class ViewPlanTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	static List<PublishedStory> stories(Instant now) {
		return Papers.all()
			.stream()
			.flatMap((paper) -> paper.stories()
				.stream()
				.map((story) -> new PublishedStory(paper, story, id(story),
						story.head().published().before(now, paper.zone()))))
			.toList();
	}

	private static UUID id(Story story) {
		return UUID.nameUUIDFromBytes(story.key().getBytes(StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-11-22T00:00:30Z", "2026-11-22T12:00:00Z", "2027-06-30T18:59:00Z" })
	void plansFifteenToTwentyThousandViews(String now) {
		assertThat(ViewPlan.of(stories(Instant.parse(now)), Instant.parse(now))).hasSizeBetween(15_000, 20_000);
	}

	@Test
	void isTheSameEachTimeAndHasNoViewTwice() {
		List<ViewRecorded> plan = ViewPlan.of(stories(NOW), NOW);
		assertThat(plan).isEqualTo(ViewPlan.of(stories(NOW), NOW)).doesNotHaveDuplicates();
	}

	@Test
	void runsInTheOrderOfTimeFromTheArticleToNow() {
		List<ViewRecorded> plan = ViewPlan.of(stories(NOW), NOW);
		Map<UUID, Instant> published = stories(NOW).stream()
			.collect(Collectors.toMap(PublishedStory::id, PublishedStory::publishedAt));
		assertThat(plan).isSortedAccordingTo(Comparator.comparing(ViewRecorded::at))
			.allSatisfy((view) -> assertThat(view.at()).isAfter(published.get(view.article())).isBefore(NOW));
	}

	@Test
	void hasALongTailAndViewsThatDoNotCount() {
		List<ViewRecorded> plan = ViewPlan.of(stories(NOW), NOW);
		List<Long> counts = plan.stream()
			.collect(Collectors.groupingBy(ViewRecorded::article, Collectors.counting()))
			.values()
			.stream()
			.sorted(Comparator.reverseOrder())
			.toList();
		assertThat(counts).hasSizeGreaterThan(100);
		assertThat(counts.getFirst()).isGreaterThan(20 * counts.get(counts.size() * 9 / 10));
		assertThat(plan).extracting(ViewRecorded::verdict).contains(Verdict.values());
		assertThat(plan.stream().map((view) -> view.article() + view.visitor()).distinct().count())
			.isLessThan(plan.size());
	}

	@Test
	void givesPopularArticlesUpToSixtyLikesAndEachVisitorOne() {
		List<Likes.Like> likes = stories(NOW).stream().flatMap((story) -> Likes.of(story, NOW)).toList();
		Map<UUID, Long> counts = likes.stream()
			.collect(Collectors.groupingBy(Likes.Like::article, Collectors.counting()));
		assertThat(likes).doesNotHaveDuplicates().hasSizeBetween(400, 900);
		assertThat(counts.values()).allMatch((count) -> count >= 1 && count <= 60).anyMatch((count) -> count > 40);
	}

}
