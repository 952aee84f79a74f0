package org.rayonka.article.rulelists;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.rayonka.article.PlainText;

/**
 * A list of the newest articles of an edition to which a rule applies: all of its
 * conditions that are not null.
 *
 * @param title for readers
 * @param rubric slug, one of the edition's
 * @param tag as written in articles
 * @param author a slug, a name or a whole byline
 * @param video true for articles with a video, false for those without
 * @param length at most so many articles
 */
record RuleList(@NotBlank @PlainText @Size(max = 100) String title, @PlainText @Size(max = 32) @Nullable String rubric,
		@PlainText @Size(max = 50) @Nullable String tag, @PlainText @Size(max = 200) @Nullable String author,
		@Nullable Boolean video, @Min(1) @Max(20) int length) {

	@AssertTrue(message = "needs a rubric, tag, author or video")
	boolean isRuled() {
		return this.rubric != null || this.tag != null || this.author != null || this.video != null;
	}

}
