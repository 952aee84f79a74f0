package org.rayonka.comment.moderation;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.rayonka.comment.CommentProblem;

/**
 * Names an author to moderators, in letters that need no encoding in a path. Opaque to
 * clients.
 *
 * @param author the account or visitor
 */
record AuthorId(String author) {

	private static final String KIND = "author";

	/** Reads what {@link #text()} gave; anything else names nobody. */
	static AuthorId of(String text) {
		try {
			AuthorId id = new AuthorId(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
			if (id.author.indexOf('\0') < 0 && id.text().equals(text)) {
				return id;
			}
		}
		catch (IllegalArgumentException ex) {
			// not ours either
		}
		throw unknown(text);
	}

	String text() {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(this.author.getBytes(StandardCharsets.UTF_8));
	}

	CommentProblem unknown() {
		return unknown(text());
	}

	private static CommentProblem unknown(String text) {
		return new CommentProblem.Unknown(KIND, text);
	}

}
