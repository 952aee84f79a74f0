package org.rayonka.identity.account;

import java.util.Locale;

/**
 * What a person is on the platform; services turn it into what the person may do.
 */
public enum Role {

	/** Reads, likes and comments under an own name. */
	READER,

	/** Writes articles in the editions of the account. */
	AUTHOR,

	/** Publishes, corrects and withdraws in the editions of the account. */
	EDITOR,

	/** Keeps the discussion civil. */
	MODERATOR,

	/** May do everything everywhere. */
	ADMIN;

	/**
	 * The role as tokens and the database name it.
	 * @return the name in lower case
	 */
	public String slug() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Role of(String slug) {
		return valueOf(slug.toUpperCase(Locale.ROOT));
	}

}
