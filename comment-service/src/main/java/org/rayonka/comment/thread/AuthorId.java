package org.rayonka.comment.thread;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.rayonka.comment.CommentProblem;

/**
 * Names an author to moderators, in letters that need no encoding in a path. Opaque to
 * clients.
 *
 * @param author the account or visitor
 */
public record AuthorId(String author) {

	private static final String KIND = "author";

	/**
	 * Reads what moderators were told.
	 * @param text what {@link #text()} gave
	 * @return the author; {@link CommentProblem.Unknown} when the text is anything else
	 */
	public static AuthorId of(String text) {
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

	/**
	 * The form for paths and answers.
	 * @return URL-safe text
	 */
	public String text() {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(this.author.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Nobody is called so.
	 * @return what to answer
	 */
	public CommentProblem unknown() {
		return unknown(text());
	}

	private static CommentProblem unknown(String text) {
		return new CommentProblem.Unknown(KIND, text);
	}

}
