package org.rayonka.web.comment;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * What a reader has to know before writing.
 *
 * @param open whether comments are taken
 * @param closedBy why not: article, edition or age
 * @param guests whether they are taken from readers who are not signed in
 * @param level guest, newcomer, member or trusted
 * @param remaining published comments that a newcomer still misses
 * @param premoderated whether a moderator sees a comment first, whatever it says
 * @param because names of the rules by which that is so
 * @param maxLength characters that a comment may have
 * @param maxLinks links that a comment may have without being looked at
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WritingRules(boolean open, @Nullable String closedBy, boolean guests, String level, int remaining,
		boolean premoderated, List<String> because, int maxLength, int maxLinks) {
}
