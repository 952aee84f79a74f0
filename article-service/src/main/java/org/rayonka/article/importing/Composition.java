package org.rayonka.article.importing;

import java.util.List;

import org.rayonka.article.writing.Takeover.OldArticle;

/**
 * A post that is ready to be kept.
 *
 * @param copy what it was made of
 * @param article what it will be
 * @param pictures how many pictures are here
 * @param lost what could not be had
 */
record Composition(Copy copy, OldArticle article, int pictures, List<ImportLine> lost) {

	boolean complete() {
		return this.lost.isEmpty();
	}

	void count(Tally tally) {
		tally.add(Tally.Of.PICTURES, this.pictures);
		tally.add(Tally.Of.PICTURES_LOST, this.lost.size());
	}

}
