package org.rayonka.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rayonka.events.ViewRecorded;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DemoLoadIT {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final long STORIES = ContentTests.stories().count();

	private static final long COMMENTS = ContentTests.stories()
		.mapToLong((story) -> story.head().comments().size())
		.sum();

	private final List<String> progress = new ArrayList<>();

	private StandInPlatform platform;

	private ViewTopic topic;

	@BeforeEach
	void start() throws Exception {
		topic = ViewTopic.declared();
		platform = new StandInPlatform();
	}

	@AfterEach
	void stop() {
		platform.close();
	}

	@Test
	void bringsEverythingIn() {
		load(NOW);
		assertThat(platform.editions).containsOnlyKeys("zarechye", "kedrovo", "belorechye");
		assertThat(Objects.requireNonNull(platform.editions.get("kedrovo")).propertyNames())
			.doesNotContain("slug", "url")
			.contains("founder", "editorInChief", "registration", "rubrics", "timeZone");
		assertThat(platform.published).hasSize((int) STORIES);
		assertThat(platform.comments).hasSize((int) COMMENTS);
		assertThat(platform.likes).hasSizeGreaterThan(400);
		assertThat(platform.published.values()).allMatch((at) -> at.isBefore(NOW));
		assertThat(platform.media.values()).containsOnly(1);
		assertThat(views()).hasSizeBetween(15_000, 20_000).doesNotHaveDuplicates();
		assertThat(progress).contains("editions 3/3", "articles %d/%<d".formatted(STORIES),
				"comments %d/%<d".formatted(COMMENTS));
		assertThat(platform.authors).hasSize(15);
		assertThat(platform.pinned).containsOnlyKeys("zarechye");
		writesArticlesAsTheServiceTakesThem();
	}

	private void writesArticlesAsTheServiceTakesThem() {
		JsonNode article = draft("Мост через Светлую открыли для автобусов на девять дней раньше срока");
		assertThat(article.get("byline").asString()).isEqualTo("Марина Тулупова");
		assertThat(article.get("authors").get(0).asString()).isEqualTo("marina-tulupova");
		assertThat(draft("Горький год для трав, сладкий для пчёл").get("alsoIn").get(0).get("edition").asString())
			.isEqualTo("belorechye");
		assertThat(article.get("body").asString()).startsWith("<p>Сегодня в 6:40").endsWith("</p>");
		assertThat(article.get("pictures").get(0).propertyNames()).containsExactlyInAnyOrder("path", "alt", "caption",
				"author");
		assertThat(article.get("pictures").get(0).get("path").asString()).startsWith("/media/");
		assertThat(draft("«Луч» отыгрался с 1:4 и вырвал победу у Гусиного Плёса").get("videos")
			.get(0)
			.get("url")
			.asString()).startsWith("/media/");
	}

	@Test
	void changesNothingWhenLoadedAgainLater() {
		load(NOW);
		List<ViewRecorded> before = views();
		int likes = platform.likes.size();
		load(NOW.plus(Duration.ofHours(5)));
		assertThat(platform.drafts).hasSize((int) STORIES);
		assertThat(platform.comments).hasSize((int) COMMENTS);
		assertThat(platform.likes).hasSize(likes);
		assertThat(views()).isEqualTo(before);
	}

	@Test
	void goesOnWhereItWasCutOff() {
		platform.refusesAfter = 40;
		assertThatExceptionOfType(DemoFailedException.class).isThrownBy(() -> load(NOW))
			.withMessageContaining("POST http://localhost:")
			.withMessageContaining("422");
		platform.refusesAfter = Integer.MAX_VALUE;
		load(NOW.plusSeconds(60));
		assertThat(platform.published).hasSize((int) STORIES);
		assertThat(platform.drafts.values()).extracting((draft) -> draft.get("headline").asString())
			.doesNotHaveDuplicates();
	}

	@Test
	void addsTheViewsThatAreMissing() {
		List<ViewRecorded> plan = ViewPlan.of(ViewPlanTests.stories(NOW), NOW);
		ViewLog log = new ViewLog(topic.bootstrap(), progress::add);
		log.record(plan.stream().filter((view) -> view.at().isBefore(NOW.minus(Duration.ofDays(3)))).toList());
		log.record(plan);
		assertThat(topic.of(articles(plan))).containsExactlyInAnyOrderElementsOf(plan);
	}

	private void load(Instant now) {
		Demo.load(platform.targets(topic.bootstrap()), progress::add, Clock.fixed(now, ZoneOffset.UTC));
	}

	private List<ViewRecorded> views() {
		return topic.of(platform.published.keySet().stream().map(UUID::fromString).collect(Collectors.toSet()));
	}

	private JsonNode draft(String headline) {
		return platform.drafts.values()
			.stream()
			.filter((draft) -> draft.get("headline").asString().equals(headline))
			.findFirst()
			.orElseThrow();
	}

	private static Set<UUID> articles(Collection<ViewRecorded> views) {
		return views.stream().map(ViewRecorded::article).collect(Collectors.toSet());
	}

}
