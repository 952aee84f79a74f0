package org.rayonka.engagement.like;

import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;

/**
 * Whose like it is: the account of somebody who is signed in, else the visitor. An
 * account comes with the visitor it reads as, whose likes were given before signing in.
 *
 * @param id under which likes are kept, empty for somebody who has none
 * @param before the id under which the same reader liked as a visitor, null when there is
 * none or it is the id
 */
record Reader(String id, @Nullable String before) {

	private static final int LONGEST_VISITOR = 128;

	private static final Reader NOBODY = new Reader("", null);

	static Reader of(Caller caller, @Nullable String visitor) {
		String known = (visitor == null || visitor.isBlank() || visitor.length() > LONGEST_VISITOR) ? null
				: "visitor:" + visitor;
		if (!caller.anonymous()) {
			return new Reader("account:" + caller.subject(), known);
		}
		return (known != null) ? new Reader(known, null) : NOBODY;
	}

	/** The same reader, if they can be told from others. */
	Reader somebody() {
		if (this.id.isEmpty()) {
			throw new LikeProblem.VisitorRequired();
		}
		return this;
	}

}
