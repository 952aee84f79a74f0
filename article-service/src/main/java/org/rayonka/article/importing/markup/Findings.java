package org.rayonka.article.importing.markup;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * What comes to light while a body is read.
 */
final class Findings {

	private static final int MOST = 30;

	private final SequencedSet<String> videos = new LinkedHashSet<>();

	private final SequencedSet<String> strange = new LinkedHashSet<>();

	SequencedSet<String> videos() {
		return this.videos;
	}

	SequencedSet<String> strange() {
		return this.strange;
	}

	void video(String url) {
		if (this.videos.size() < MOST) {
			this.videos.add(url);
		}
	}

	void strange(String what) {
		if (this.strange.size() < MOST) {
			this.strange.add((what.length() > 120) ? what.substring(0, 120) : what);
		}
	}

}
