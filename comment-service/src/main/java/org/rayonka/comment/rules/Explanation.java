package org.rayonka.comment.rules;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.rayonka.comment.discussion.Discussion;
import org.rayonka.comment.thread.Draft;
import org.rayonka.comment.thread.Wording;

/**
 * What a reader has to know before writing.
 *
 * @param open whether comments are taken
 * @param closedBy why not: article, edition or age, null while they are
 * @param guests whether they are taken from readers who are not signed in
 * @param signedIn whether this reader is
 * @param level guest, newcomer, member, or trusted
 * @param remaining published comments that a newcomer still misses
 * @param premoderated whether a moderator sees a comment first, whatever it says
 * @param because names of the rules by which that is so
 * @param maxLength characters that a comment may have
 * @param maxLinks links that a comment may have without being looked at
 */
record Explanation(boolean open, @Nullable String closedBy, boolean guests, boolean signedIn, String level,
		int remaining, boolean premoderated, List<String> because, int maxLength, int maxLinks) {

	static Explanation of(Draft draft, Level level, int published, List<String> because) {
		Discussion discussion = draft.discussion();
		int missing = (level == Level.NEWCOMER) ? discussion.rules().newcomerComments() - published : 0;
		int links = discussion.rules().maxLinks() * ((level == Level.TRUSTED) ? 2 : 1);
		String closedBy = discussion.closedBy(draft.at());
		return new Explanation(closedBy == null, closedBy, discussion.rules().guests(), draft.author().signedIn(),
				level.text(), missing, !because.isEmpty(), because, Wording.LONGEST_TEXT, links);
	}

}
