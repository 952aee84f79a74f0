package org.rayonka.article.reading;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.PublicAddress;
import org.rayonka.article.author.Author;
import org.rayonka.article.edition.Placement;
import org.rayonka.article.media.Picture;

/**
 * An article as lists give it to everybody. A withdrawn one keeps its id, address and
 * edition, so that those who had copied it know what to remove.
 */
public record ArticleView(UUID id, String url, String edition, @Nullable String rubric, @Nullable List<String> tags,
		@Nullable String headline, @Nullable String standfirst, @Nullable String byline, @Nullable Instant publishedAt,
		@Nullable Instant updatedAt, @Nullable String ageMark, @Nullable PictureView picture, @Nullable Boolean video,
		@Nullable Boolean commentsOpen, @Nullable List<AuthorView> authors, @Nullable List<Placement> alsoIn,
		long revision, PublicArticle.@Nullable Counts counts) {

	/**
	 * Who wrote it.
	 *
	 * @param url of the author's page, absolute
	 */
	public record AuthorView(String slug, String name, String url) {

		static AuthorView of(Writer writer, PublicAddress site) {
			return new AuthorView(writer.slug(), writer.name(), site.url(Author.path(writer.slug())));
		}

	}

	/**
	 * The picture of a list.
	 *
	 * @param url absolute
	 * @param width in pixels
	 * @param height in pixels
	 * @param alt what it shows
	 * @param renditions the same picture, smaller
	 */
	public record PictureView(String url, int width, int height, String alt, RenditionsView renditions) {

		static PictureView of(Picture picture, PublicAddress site) {
			return new PictureView(site.url(picture.path()), picture.width(), picture.height(), picture.alt(),
					RenditionsView.of(picture, site));
		}

	}

	/**
	 * The form that callers see.
	 * @param article public or withdrawn
	 * @param site makes addresses absolute
	 * @return all of it, or of a withdrawn article the tombstone
	 */
	public static ArticleView of(PublicArticle article, PublicAddress site) {
		String url = site.url(article.path());
		if (article.withdrawn()) {
			return new ArticleView(article.id(), url, article.edition(), null, null, null, null, null, null, null, null,
					null, null, null, null, null, article.revision(), null);
		}
		PictureView picture = article.pictures()
			.stream()
			.findFirst()
			.map((first) -> PictureView.of(first, site))
			.orElse(null);
		return new ArticleView(article.id(), url, article.edition(), article.rubric(), article.tags(),
				article.headline(), article.standfirst(), article.byline(), article.publishedAt(), article.updatedAt(),
				article.ageMark(), picture, !article.videos().isEmpty(), article.commentsOpen(),
				article.authors().stream().map((writer) -> AuthorView.of(writer, site)).toList(), article.alsoIn(),
				article.revision(), article.counts());
	}

}
