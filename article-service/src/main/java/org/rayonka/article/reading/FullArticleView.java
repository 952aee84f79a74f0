package org.rayonka.article.reading;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.rayonka.article.PublicAddress;
import org.rayonka.article.body.BodyHtml;
import org.rayonka.article.media.Picture;
import org.rayonka.article.media.Video;

/**
 * An article with all that its page shows.
 */
record FullArticleView(@JsonUnwrapped ArticleView article, String body, List<FullPictureView> pictures,
		List<Video> videos, List<Correction> corrections, List<ArticleView> related) {

	record FullPictureView(String url, int width, int height, String alt, String caption, String author,
			RenditionsView renditions) {

		static FullPictureView of(Picture picture, PublicAddress site) {
			return new FullPictureView(site.url(picture.path()), picture.width(), picture.height(), picture.alt(),
					picture.caption(), picture.author(), RenditionsView.of(picture, site));
		}

	}

	static FullArticleView of(PublicArticle article, PublicArticles.Text text, List<PublicArticle> related,
			PublicAddress site) {
		return new FullArticleView(ArticleView.of(article, site), BodyHtml.again(text.html()),
				article.pictures().stream().map((picture) -> FullPictureView.of(picture, site)).toList(),
				article.videos(), text.corrections(),
				related.stream().map((other) -> ArticleView.of(other, site)).toList());
	}

}
