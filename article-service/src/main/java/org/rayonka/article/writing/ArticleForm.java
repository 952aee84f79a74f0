package org.rayonka.article.writing;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.rayonka.article.PlainText;
import org.rayonka.article.edition.AgeMark;
import org.rayonka.article.edition.Placement;
import org.rayonka.article.media.Picture;
import org.rayonka.article.media.Video;

/**
 * An article as a writer sends it. What is left out is empty; comments are open. An empty
 * byline is made of the authors' names.
 */
record ArticleForm(@NotBlank @PlainText @Size(max = 32) String edition,
		@NotBlank @PlainText @Size(max = 32) String rubric, @NotBlank @PlainText @Size(max = 300) String headline,
		@PlainText @Size(max = 1000) @Nullable String standfirst, @PlainText @Size(max = 300_000) @Nullable String body,
		@PlainText @Size(max = 200) @Nullable String byline, @Nullable AgeMark ageMark,
		@Size(max = 20) @Nullable List<@NotBlank @PlainText @Size(max = 50) String> tags,
		@Size(max = 50) @Nullable List<@NotNull @Valid PictureForm> pictures,
		@Size(max = 10) @Nullable List<@NotNull @Valid VideoForm> videos, @Nullable Boolean commentsOpen,
		@Size(max = 10) @Nullable List<@NotBlank @PlainText @Size(max = 64) String> authors,
		@Size(max = 100) @Nullable List<@NotNull @Valid PlacementForm> alsoIn) {

	/**
	 * A picture that was uploaded before.
	 */
	record PictureForm(@NotBlank @PlainText @Size(max = 100) String path,
			@PlainText @Size(max = 500) @Nullable String alt, @PlainText @Size(max = 500) @Nullable String caption,
			@PlainText @Size(max = 200) @Nullable String author) {

		static PictureForm of(Picture picture) {
			return new PictureForm(picture.path(), picture.alt(), picture.caption(), picture.author());
		}

	}

	/**
	 * A rubric of another edition.
	 */
	record PlacementForm(@NotBlank @PlainText @Size(max = 32) String edition,
			@NotBlank @PlainText @Size(max = 32) String rubric) {

		static PlacementForm of(Placement placement) {
			return new PlacementForm(placement.edition(), placement.rubric());
		}

		Placement placement() {
			return new Placement(this.edition.strip(), this.rubric.strip());
		}

	}

	/**
	 * A video that was uploaded before, or a page of a provider.
	 */
	record VideoForm(@NotBlank @PlainText @Size(max = 500) String url,
			@PlainText @Size(max = 300) @Nullable String title) {

		static VideoForm of(Video video) {
			return new VideoForm(video.url(), video.title());
		}

	}

}
