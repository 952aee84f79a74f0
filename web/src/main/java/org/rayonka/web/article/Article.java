package org.rayonka.web.article;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * An article, or as much of it as a list shows.
 *
 * @param id names it in every service
 * @param url its page, absolute
 * @param edition slug of its edition
 * @param rubric slug of its rubric
 * @param tags as the newsroom wrote them
 * @param headline plain text
 * @param standfirst plain text
 * @param byline plain text
 * @param publishedAt when readers first saw it
 * @param updatedAt when it was last corrected
 * @param ageMark such as {@code 12+}
 * @param picture the first picture, for lists
 * @param counts as article-service last heard of them
 * @param body sanitised HTML, only in the whole article
 * @param pictures all pictures, only in the whole article
 * @param videos all videos, only in the whole article
 * @param related only in the whole article
 * @param commentsOpen whether the newsroom lets readers comment, taken as yes when absent
 * @param video whether there is a video in it
 * @param revision grows with each change
 * @param authors who wrote it, as far as they have a page
 * @param alsoIn where it runs beside its own edition
 * @param corrections what the newsroom tells of its changes, newest first, only in the
 * whole article
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Article(UUID id, String url, String edition, @Nullable String rubric, List<String> tags, String headline,
		@Nullable String standfirst, @Nullable String byline, Instant publishedAt, @Nullable Instant updatedAt,
		@Nullable String ageMark, @Nullable Picture picture, @Nullable Tally counts, @Nullable String body,
		List<Picture> pictures, List<Video> videos, List<Article> related, @Nullable Boolean commentsOpen,
		@Nullable Boolean video, @Nullable Long revision, List<Correction> corrections, List<Author> authors,
		List<Place> alsoIn) {

	private static final int SHARED_WIDTH = 1280;

	public Article {
		standfirst = Written.orNull(standfirst);
		byline = Written.orNull(byline);
		ageMark = Written.orNull(ageMark);
		tags = orEmpty(tags);
		pictures = orEmpty(pictures);
		videos = orEmpty(videos);
		related = orEmpty(related);
		corrections = orEmpty(corrections);
		authors = orEmpty(authors);
		alsoIn = orEmpty(alsoIn);
	}

	private static <T> List<T> orEmpty(@Nullable List<T> list) {
		return (list != null) ? List.copyOf(list) : List.of();
	}

	/**
	 * Whether it was corrected after it was published.
	 * @return true when readers should be told
	 */
	public boolean corrected() {
		return this.updatedAt != null && this.updatedAt.isAfter(this.publishedAt.plusSeconds(60));
	}

	/**
	 * When it last changed.
	 * @return never null
	 */
	public Instant changedAt() {
		return (this.updatedAt != null) ? this.updatedAt : this.publishedAt;
	}

	/**
	 * Where it stands in an edition.
	 * @param other slug of an edition
	 * @return slug of the rubric, null when it does not run there
	 */
	public @Nullable String rubricIn(String other) {
		return other.equals(this.edition) ? this.rubric
				: this.alsoIn.stream()
					.filter((place) -> place.edition().equals(other))
					.map(Place::rubric)
					.findFirst()
					.orElse(null);
	}

	/**
	 * The same article with another body.
	 * @param html sanitised
	 * @return a new article
	 */
	public Article withBody(String html) {
		return new Article(this.id, this.url, this.edition, this.rubric, this.tags, this.headline, this.standfirst,
				this.byline, this.publishedAt, this.updatedAt, this.ageMark, this.picture, this.counts, html,
				this.pictures, this.videos, this.related, this.commentsOpen, this.video, this.revision,
				this.corrections, this.authors, this.alsoIn);
	}

	/**
	 * A change that readers are told of.
	 *
	 * @param at when it was made
	 * @param note plain text
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Correction(Instant at, String note) {
	}

	/**
	 * Somebody who wrote it.
	 *
	 * @param name as in bylines
	 * @param url of the author's page, absolute
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Author(String name, String url) {
	}

	/**
	 * A rubric of another edition.
	 *
	 * @param edition slug
	 * @param rubric slug
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Place(String edition, String rubric) {
	}

	/**
	 * A picture.
	 *
	 * @param url where it is
	 * @param width in pixels, 0 when not known
	 * @param height in pixels, 0 when not known
	 * @param alt what it shows, for those who do not see it
	 * @param caption under the picture
	 * @param author who took it
	 * @param renditions the same picture, smaller; null when there are none
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Picture(String url, @Nullable Integer width, @Nullable Integer height, @Nullable String alt,
			@Nullable String caption, @Nullable String author, @Nullable Renditions renditions) {

		public Picture {
			caption = Written.orNull(caption);
			author = Written.orNull(author);
		}

		/**
		 * The same picture as a JPEG for those who choose no size themselves.
		 * @param most how wide it may be, in pixels
		 * @return itself when there are no renditions
		 */
		public Picture within(int most) {
			if (this.renditions == null || this.width == null || this.height == null) {
				return this;
			}
			int wide = this.renditions.within(most);
			int high = (int) Math.max(1, Math.round((double) this.height * wide / this.width));
			return new Picture(this.renditions.jpeg(wide), wide, high, this.alt, this.caption, this.author, null);
		}

		/**
		 * The same picture for pages elsewhere that show a link to ours.
		 * @return a JPEG of at most 1280 pixels, as large as such pages show it
		 */
		public Picture shared() {
			return within(SHARED_WIDTH);
		}

	}

	/**
	 * A video: a file of our own, or a page of somebody else's site.
	 *
	 * @param url where it is
	 * @param title plain text
	 * @param provider the other site's name
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Video(String url, @Nullable String title, @Nullable String provider) {
	}

	/**
	 * Counts as article-service last heard of them; null is not known.
	 *
	 * @param views counted views
	 * @param likes likes not taken back
	 * @param comments published comments
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Tally(@Nullable Long views, @Nullable Long likes, @Nullable Long comments) {

		/** Nothing is known. */
		public static final Tally UNKNOWN = new Tally(null, null, null);

	}

}
