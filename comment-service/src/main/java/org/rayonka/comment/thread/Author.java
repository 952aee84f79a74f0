package org.rayonka.comment.thread;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.comment.CommentProblem;

/**
 * Who comments, votes or reports: an account, or the visitor whom the gateway knows by
 * its cookie.
 *
 * @param id account or visitor
 * @param caller what the access token says
 */
public record Author(String id, Caller caller) {

	/** The request header in which the gateway names the visitor. */
	public static final String VISITOR = "Rayonka-Visitor";

	private static final Pattern ID = Pattern.compile("[\\x21-\\x7E]{1,200}");

	/**
	 * Tells who sent a request.
	 * @param caller what the token says
	 * @param visitor what the gateway says, or null
	 * @return the author; {@link CommentProblem.VisitorRequired} when neither says
	 * anything
	 */
	public static Author of(Caller caller, @Nullable String visitor) {
		if (!caller.anonymous()) {
			return new Author(caller.subject(), caller);
		}
		if (visitor == null || !ID.matcher(visitor).matches()) {
			throw new CommentProblem.VisitorRequired();
		}
		return new Author(visitor, caller);
	}

	/**
	 * Whether it is an account.
	 * @return false for a guest
	 */
	public boolean signedIn() {
		return !this.caller.anonymous();
	}

	/** The name of the account, empty for a guest. */
	String name() {
		return this.caller.name();
	}

}
