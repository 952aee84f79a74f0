package org.rayonka.article.writing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rayonka.article.InvalidRequest;
import org.rayonka.article.StateConflict;
import org.rayonka.article.edition.AgeMark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The life of an article.
 */
class ArticleTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

	private static final Instant LATER = NOW.plus(Duration.ofHours(1));

	private static final Address ADDRESS = new Address("most", "/z/2026/11/22/most");

	private final Article draft = Article.draft(new UUID(0, 1), content("Мост", AgeMark.SIX), NOW);

	private final Article published = this.draft.publish(ADDRESS, NOW, NOW);

	@Test
	void growsByOneRevisionWithEachStep() {
		Article withdrawn = this.published.correct(content("Мост!", AgeMark.SIX), ADDRESS, LATER).withdraw(LATER);
		assertThat(this.draft.revision()).isEqualTo(1);
		assertThat(this.published.revision()).isEqualTo(2);
		assertThat(withdrawn.revision()).isEqualTo(4);
		assertThat(withdrawn.published().revision()).isEqualTo(4);
	}

	@Test
	void keepsWhatIsWrittenOverAPublishedArticleToItself() {
		Article saved = this.published.save(content("Мост!", AgeMark.SIX), LATER);
		assertThat(saved.content()).isEqualTo(this.published.content());
		assertThat(saved.published()).isEqualTo(this.published.published());
		assertThat(saved.latest().headline()).isEqualTo("Мост!");
		assertThat(saved.correct(saved.latest(), ADDRESS, LATER).content().headline()).isEqualTo("Мост!");
	}

	@Test
	void keepsItsAddressAndDateWhenCorrected() {
		Publication corrected = this.published.correct(content("Другое", AgeMark.ALL), ADDRESS, LATER).published();
		assertThat(corrected.address()).isEqualTo(ADDRESS);
		assertThat(corrected.publishedAt()).isEqualTo(NOW);
		assertThat(corrected.updatedAt()).isEqualTo(LATER);
	}

	@Test
	void needsAnAgeMarkInPublic() {
		Article unmarked = this.draft.save(content("Мост", null), NOW);
		assertThatExceptionOfType(StateConflict.class).isThrownBy(() -> unmarked.publish(ADDRESS, NOW, NOW));
		assertThatExceptionOfType(StateConflict.class)
			.isThrownBy(() -> this.published.correct(content("Мост", null), ADDRESS, NOW));
	}

	@Test
	void takesNoStepThatItsStateDoesNotAllow() {
		Article withdrawn = this.published.withdraw(LATER);
		Article submitted = this.draft.submit(NOW);
		List<Runnable> steps = List.of(() -> submitted.submit(NOW), () -> this.draft.giveBack(NOW),
				() -> this.published.schedule(LATER, NOW), () -> this.published.submit(NOW),
				() -> this.published.giveBack(NOW), () -> withdrawn.schedule(LATER, NOW),
				() -> this.draft.withdraw(NOW), () -> this.draft.correct(this.draft.content(), ADDRESS, NOW),
				() -> this.published.publish(ADDRESS, NOW, NOW), () -> withdrawn.withdraw(NOW),
				() -> withdrawn.save(withdrawn.content(), NOW), () -> withdrawn.publish(ADDRESS, NOW, NOW));
		assertThat(steps).allSatisfy((step) -> assertThatExceptionOfType(StateConflict.class).isThrownBy(step::run));
	}

	@Test
	void passesThroughReviewAndScheduleToThePublic() {
		Article scheduled = this.draft.submit(NOW).schedule(LATER, NOW);
		assertThat(this.draft.submit(NOW).status()).isEqualTo(Status.IN_REVIEW);
		assertThat(scheduled.due(NOW)).isFalse();
		assertThat(scheduled.due(LATER)).isTrue();
		assertThat(scheduled.giveBack(NOW)).extracting(Article::status, Article::publishAt)
			.containsExactly(Status.DRAFT, null);
		Article publicly = scheduled.publish(ADDRESS, LATER, LATER);
		assertThat(publicly.revision()).isEqualTo(4);
		assertThat(publicly.due(LATER)).isFalse();
	}

	@Test
	void keepsItsTimeWhenAScheduledTextIsChanged() {
		Article scheduled = this.draft.schedule(LATER, NOW);
		assertThat(scheduled.save(content("Мост!", AgeMark.ALL), NOW).publishAt()).isEqualTo(LATER);
		assertThatExceptionOfType(StateConflict.class).isThrownBy(() -> scheduled.save(content("Мост!", null), NOW));
	}

	@Test
	void staysInItsEditionOncePublished() {
		Content elsewhere = new Content("other", "society", "Мост", "", "", "", AgeMark.SIX, List.of(), List.of(),
				List.of(), true, List.of(), List.of());
		assertThat(this.draft.save(elsewhere, NOW).content().edition()).isEqualTo("other");
		assertThatExceptionOfType(InvalidRequest.class).isThrownBy(() -> this.published.save(elsewhere, NOW));
	}

	private static Content content(String headline, @Nullable AgeMark ageMark) {
		return new Content("z", "society", headline, "", "<p>Текст</p>", "", ageMark, List.of(), List.of(), List.of(),
				true, List.of(), List.of());
	}

}
