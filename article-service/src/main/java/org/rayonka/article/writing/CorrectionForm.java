package org.rayonka.article.writing;

import java.util.List;
import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.rayonka.article.PlainText;
import org.rayonka.article.edition.AgeMark;
import org.rayonka.article.writing.ArticleForm.PictureForm;
import org.rayonka.article.writing.ArticleForm.PlacementForm;
import org.rayonka.article.writing.ArticleForm.VideoForm;

/**
 * A correction: what is left out stays as it was last saved. The note is what readers are
 * told of it. Another slug moves the page; the address that it had redirects.
 */
record CorrectionForm(@PlainText @Size(max = 500) @Nullable String note,
		@PlainText @Size(max = 32) @Nullable String edition, @PlainText @Size(max = 32) @Nullable String rubric,
		@Pattern(regexp = "(?s).*\\S.*",
				message = "must not be blank") @PlainText @Size(max = 300) @Nullable String headline,
		@PlainText @Size(max = 1000) @Nullable String standfirst, @PlainText @Size(max = 300_000) @Nullable String body,
		@PlainText @Size(max = 200) @Nullable String byline, @Nullable AgeMark ageMark,
		@Size(max = 20) @Nullable List<@NotNull @PlainText @Size(min = 1, max = 50) String> tags,
		@Size(max = 50) @Nullable List<@NotNull @Valid PictureForm> pictures,
		@Size(max = 10) @Nullable List<@NotNull @Valid VideoForm> videos, @Nullable Boolean commentsOpen,
		@Size(max = 10) @Nullable List<@NotBlank @PlainText @Size(max = 64) String> authors,
		@Size(max = 100) @Nullable List<@NotNull @Valid PlacementForm> alsoIn,
		@Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 80) @Nullable String slug) {

	static final CorrectionForm NOTHING = new CorrectionForm(null, null, null, null, null, null, null, null, null, null,
			null, null, null, null, null);

	/**
	 * All of the article as it shall be.
	 */
	ArticleForm over(Content latest) {
		return new ArticleForm(or(this.edition, latest.edition()), or(this.rubric, latest.rubric()),
				or(this.headline, latest.headline()), or(this.standfirst, latest.standfirst()),
				or(this.body, latest.body()), or(this.byline, latest.byline()),
				(this.ageMark != null) ? this.ageMark : latest.ageMark(), or(this.tags, latest.tags()),
				or(this.pictures, latest.pictures().stream().map(PictureForm::of).toList()),
				or(this.videos, latest.videos().stream().map(VideoForm::of).toList()),
				or(this.commentsOpen, latest.commentsOpen()), or(this.authors, latest.authors()),
				or(this.alsoIn, latest.alsoIn().stream().map(PlacementForm::of).toList()));
	}

	private static <T> T or(@Nullable T given, T latest) {
		return Objects.requireNonNullElse(given, latest);
	}

}
