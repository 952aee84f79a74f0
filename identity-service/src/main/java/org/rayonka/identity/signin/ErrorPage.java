package org.rayonka.identity.signin;

import java.util.Locale;

import org.springframework.http.HttpStatus;

/**
 * What the error page shows.
 *
 * @param words its texts
 * @param kind which error
 */
record ErrorPage(Words words, Kind kind) {

	String title() {
		return this.words.of("error." + key() + ".title");
	}

	String text() {
		return this.words.of("error." + key() + ".text");
	}

	private String key() {
		return this.kind.name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The errors that people are told apart.
	 */
	enum Kind {

		/** The request makes no sense, for example from an old link. */
		BAD,

		/** There is no such page. */
		MISSING,

		/** It will work again shortly. */
		AWAY,

		/** Something is broken here. */
		BROKEN;

		static Kind of(HttpStatus status) {
			if (status == HttpStatus.NOT_FOUND) {
				return MISSING;
			}
			if (status == HttpStatus.SERVICE_UNAVAILABLE) {
				return AWAY;
			}
			return status.is4xxClientError() ? BAD : BROKEN;
		}

	}

}
