package org.rayonka.article.changes;

import java.time.Instant;
import java.util.List;

import org.rayonka.article.PublicAddress;
import org.rayonka.article.reading.ArticleView;

/**
 * An entry as aggregators see it.
 */
record ChangeView(String cursor, ChangeKind kind, Instant at, ArticleView article) {

	static ChangeView of(LoggedChange change, PublicAddress site) {
		return new ChangeView(change.position().cursor(), change.kind(), change.at(),
				ArticleView.of(change.article(), site));
	}

	/**
	 * A part of the log.
	 *
	 * @param items in their order
	 * @param next the cursor to ask with the next time, also when there was nothing new
	 */
	record ChangeList(List<ChangeView> items, String next) {

		static ChangeList of(List<LoggedChange> changes, Position after, PublicAddress site) {
			Position last = changes.isEmpty() ? after : changes.getLast().position();
			return new ChangeList(changes.stream().map((change) -> ChangeView.of(change, site)).toList(),
					last.cursor());
		}

	}

}
