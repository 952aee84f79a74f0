package org.rayonka.web.rail;

import java.util.List;
import java.util.stream.Stream;

import org.rayonka.web.article.Article;
import org.rayonka.web.engagement.PopularList.Ranked;
import org.rayonka.web.page.Part;

/**
 * The lists beside an article.
 *
 * @param popular most read of the week
 * @param liked most liked of the month
 * @param discussed most commented of the month
 * @param videos newest articles with a video
 */
public record Rail(Part<List<Ranked>> popular, Part<List<Ranked>> liked, Part<List<Ranked>> discussed,
		Part<List<Article>> videos) {

	/**
	 * Whether all lists are there and as they are now.
	 * @return false when one is not
	 */
	public boolean whole() {
		return Stream.of(this.popular, this.liked, this.discussed, this.videos).allMatch(Part::fresh);
	}

	/**
	 * All that the lists name.
	 * @return some more than once
	 */
	public Stream<Article> articles() {
		return Stream.concat(Stream.of(this.popular, this.liked, this.discussed)
			.filter(Part::known)
			.flatMap((list) -> list.get().stream())
			.map(Ranked::article), this.videos.known() ? this.videos.get().stream() : Stream.empty());
	}

	/**
	 * No lists, for what is shown without them.
	 * @return all of them away
	 */
	public static Rail none() {
		return new Rail(Part.away(), Part.away(), Part.away(), Part.away());
	}

}
