package org.rayonka.web.story;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.rayonka.web.article.Article;
import org.rayonka.web.article.Article.Picture;
import org.rayonka.web.article.Article.Tally;
import org.rayonka.web.article.Edition;
import org.rayonka.web.article.Edition.Rubric;
import org.rayonka.web.comment.Comment;
import org.rayonka.web.comment.Discussion;
import org.rayonka.web.engagement.Counts;
import org.rayonka.web.page.Page;
import org.rayonka.web.page.Part;
import org.rayonka.web.page.Shell;
import org.rayonka.web.rail.Rail;

/**
 * The page of an article.
 *
 * @param shell the frame
 * @param story what it is about
 * @param counts its numbers now
 * @param discussion its comments
 * @param rail the lists beside it
 * @param neighbours before and after it
 * @param draft what stands in the comment form
 * @param notice key of what a form has just done, or null
 */
public record StoryPage(Shell shell, Story story, Part<Counts> counts, Part<Discussion> discussion, Rail rail,
		Neighbours neighbours, Draft draft, @Nullable String notice) implements Page {

	/**
	 * What it is about.
	 * @return the article
	 */
	public Article article() {
		return this.story.article();
	}

	/**
	 * Who printed it.
	 * @return the edition
	 */
	public Edition edition() {
		return this.story.edition();
	}

	/**
	 * Where all that its edition printed on that day is.
	 * @return a path
	 */
	public String dayPath() {
		return path().substring(0, path().lastIndexOf('/') + 1);
	}

	/**
	 * Where it is.
	 * @return the path of this page
	 */
	public String path() {
		return this.shell.pathOf(article());
	}

	/**
	 * In which rubric it is.
	 * @return empty when the edition does not know it any more
	 */
	public Optional<Rubric> rubric() {
		return edition().rubric(article().rubric());
	}

	/**
	 * Its numbers: as they are now, else as article-service last heard of them.
	 * @return null for each that is not known
	 */
	public Counts numbers() {
		Tally heard = Optional.ofNullable(article().counts()).orElse(Tally.UNKNOWN);
		Counts now = this.counts.known() ? this.counts.get() : Counts.UNKNOWN;
		return new Counts(first(now.views(), heard.views()), first(now.likes(), heard.likes()),
				first(this.discussion.known() ? this.discussion.get().total() : null,
						first(now.comments(), heard.comments())));
	}

	private static @Nullable Long first(@Nullable Long one, @Nullable Long other) {
		return (one != null) ? one : other;
	}

	/**
	 * The picture above the text.
	 * @return null when there is none
	 */
	public @Nullable Picture hero() {
		return article().pictures().isEmpty() ? article().picture() : article().pictures().getFirst();
	}

	/**
	 * The pictures below the text.
	 * @return all but the first
	 */
	public List<Picture> gallery() {
		return article().pictures().stream().skip(1).toList();
	}

	/**
	 * Its videos.
	 * @return as the page offers them
	 */
	public List<Player> players() {
		return article().videos().stream().map((video) -> Player.of(video, this.shell.site())).toList();
	}

	/**
	 * Links by which it is passed on.
	 * @return in the order of the page
	 */
	public List<Share> shares() {
		return Share.of(this.shell.site().absolute(path()), article().headline());
	}

	/**
	 * Whether readers may write.
	 * @return false when the newsroom or comment-service says so
	 */
	public boolean open() {
		boolean told = !this.discussion.known() || !Boolean.FALSE.equals(this.discussion.get().open());
		return told && !Boolean.FALSE.equals(article().commentsOpen());
	}

	/**
	 * The comment that the form replies to.
	 * @return null when it replies to none on this page
	 */
	public @Nullable Comment parent() {
		if (this.draft.parent() == null || !this.discussion.known()) {
			return null;
		}
		return this.discussion.get()
			.items()
			.stream()
			.flatMap((comment) -> Stream.concat(Stream.of(comment), comment.replies().stream()))
			.filter((comment) -> comment.id().equals(this.draft.parent()))
			.findFirst()
			.orElse(null);
	}

}
