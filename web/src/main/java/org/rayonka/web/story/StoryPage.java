package org.rayonka.web.story;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.rayonka.tags.CacheTags;
import org.rayonka.web.article.Article;
import org.rayonka.web.article.Article.Picture;
import org.rayonka.web.article.Article.Tally;
import org.rayonka.web.article.Edition;
import org.rayonka.web.article.Edition.Rubric;
import org.rayonka.web.comment.Mine;
import org.rayonka.web.comment.WritingRules;
import org.rayonka.web.edge.Sharing;
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
 * @param talk the discussion below it
 * @param rail the lists beside it
 * @param neighbours before and after it
 */
public record StoryPage(Shell shell, Story story, Part<Counts> counts, Talk talk, Rail rail,
		Neighbours neighbours) implements Page {

	@Override
	public Set<String> tags() {
		return Stream.of(Stream.of(CacheTags.edition(edition().slug()), CacheTags.comments(article().id())),
				Stream.of(article().id()).map(CacheTags::article),
				Stream.of(article().related().stream(), this.rail.articles(), this.neighbours.articles())
					.flatMap(Function.identity())
					.map(Article::id)
					.map(CacheTags::article))
			.flatMap(Function.identity())
			.collect(Collectors.toSet());
	}

	@Override
	public boolean personal() {
		return !this.talk.mine().equals(Mine.NOTHING);
	}

	@Override
	public Sharing lasting() {
		return Sharing.FIVE_MINUTES;
	}

	@Override
	public boolean whole() {
		return this.story.fresh() && this.counts.fresh() && this.talk.discussion().fresh() && this.rail.whole();
	}

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
				first(this.talk.known() ? this.talk.discussion().get().total() : null,
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
	 * What the form that likes the article has just done.
	 * @return name of the words, null when it has done nothing
	 */
	public @Nullable String liked() {
		return this.talk.notice().filter(Notice::ofArticle).map(Notice::name).orElse(null);
	}

	/**
	 * Whether comments are taken.
	 * @return false when the newsroom or comment-service says so
	 */
	public boolean open() {
		boolean told = !this.talk.known() || !Boolean.FALSE.equals(this.talk.discussion().get().open());
		return told && this.talk.rules().map(WritingRules::open).orElse(true)
				&& !Boolean.FALSE.equals(article().commentsOpen());
	}

	/**
	 * Why no comments are taken.
	 * @return key of the words
	 */
	public String closed() {
		String by = this.talk.rules().map(WritingRules::closedBy).orElse(null);
		if (Boolean.FALSE.equals(article().commentsOpen()) || "article".equals(by)) {
			return "comments.closed.article";
		}
		return ("age".equals(by) || "edition".equals(by)) ? "comments.closed." + by : "comments.closed";
	}

	/**
	 * Whether the reader has to sign in before writing.
	 * @return false when nobody knows
	 */
	public boolean signInFirst() {
		return this.shell.visit().caller().anonymous() && !this.talk.rules().map(WritingRules::guests).orElse(true);
	}

	/**
	 * Whether a moderator sees the reader's comments before everybody does.
	 * @return as the edition says when comment-service has not
	 */
	public boolean premoderated() {
		return this.talk.rules()
			.map(WritingRules::premoderated)
			.orElseGet(() -> !edition().commentsAtOnce(this.shell.visit().caller().anonymous()));
	}

}
