package org.rayonka.article.importing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.rayonka.article.importing.ImportLine.Done;
import org.rayonka.article.importing.source.Entries.Format;

/**
 * Counts what an import does.
 */
final class Tally {

	private final Map<Of, Long> counts = new EnumMap<>(Of.class);

	/**
	 * What is counted.
	 */
	enum Of {

		CREATED, UPDATED, UNCHANGED, EDITED, FAILED, DRAFTS, PICTURES, PICTURES_LOST, COMMENTS, COMMENTS_FAILED,
		OPENINGS, OPENINGS_FAILED, REDIRECTS, NOT_UNDERSTOOD

	}

	synchronized void add(Of what, long more) {
		this.counts.merge(what, more, Long::sum);
	}

	synchronized long of(Of what) {
		return this.counts.getOrDefault(what, 0L);
	}

	/** How many posts have been dealt with. */
	long posts() {
		return of(Of.CREATED) + of(Of.UPDATED) + of(Of.UNCHANGED) + of(Of.EDITED) + of(Of.FAILED);
	}

	Done done(Format format, boolean dryRun, long posts, List<String> rubrics) {
		return new Done(format, dryRun, posts, of(Of.CREATED), of(Of.UPDATED), of(Of.UNCHANGED), of(Of.EDITED),
				of(Of.FAILED), of(Of.DRAFTS), of(Of.PICTURES), of(Of.PICTURES_LOST), of(Of.COMMENTS),
				of(Of.COMMENTS_FAILED), of(Of.OPENINGS), of(Of.OPENINGS_FAILED), of(Of.REDIRECTS), rubrics,
				of(Of.NOT_UNDERSTOOD));
	}

}
