package org.rayonka.article.writing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.PublicAddress;
import org.rayonka.article.body.BodyHtml;
import org.rayonka.article.edition.AgeMark;
import org.rayonka.article.edition.Placement;
import org.rayonka.article.media.Picture;
import org.rayonka.article.media.Video;
import org.rayonka.problems.IfMatch;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/**
 * An article as the newsroom sees it: what was last written, and how it stands in public.
 *
 * @param pending whether this was written over a published article and waits for its
 * correction
 * @param publishAt when it becomes public by itself, null unless it is scheduled
 * @param dropped what the body that was sent may not have
 */
record DeskArticle(UUID id, Status status, long revision, boolean pending, @Nullable String url,
		@Nullable Instant publishAt, String edition, String rubric, String headline, String standfirst, String body,
		String byline, @Nullable AgeMark ageMark, List<String> tags, List<Picture> pictures, List<Video> videos,
		boolean commentsOpen, List<String> authors, List<Placement> alsoIn, @Nullable Instant publishedAt,
		@Nullable Instant updatedAt, @Nullable Instant withdrawnAt, Instant createdAt, Instant savedAt,
		List<String> dropped) {

	/**
	 * The answer to a step: the state with its ETag, to be kept nowhere.
	 */
	static ResponseEntity<DeskArticle> answer(Written written, PublicAddress site) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.eTag(IfMatch.tag(written.article().revision()))
			.body(of(written, site));
	}

	static DeskArticle of(Written written, PublicAddress site) {
		Article article = written.article();
		Content content = article.latest();
		Optional<Publication> known = Optional.ofNullable(article.publication());
		return new DeskArticle(article.id(), article.status(), article.revision(), article.pending() != null,
				known.map((publication) -> site.url(publication.address().path())).orElse(null), article.publishAt(),
				content.edition(), content.rubric(), content.headline(), content.standfirst(),
				BodyHtml.again(content.body()), content.byline(), content.ageMark(), content.tags(), content.pictures(),
				content.videos(), content.commentsOpen(), content.authors(), content.alsoIn(),
				known.map(Publication::publishedAt).orElse(null), known.map(Publication::updatedAt).orElse(null),
				known.flatMap(Publication::withdrawal).orElse(null), article.createdAt(), article.savedAt(),
				written.dropped());
	}

}
