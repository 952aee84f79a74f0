package org.rayonka.article.importing.markup;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a WordPress post: block comments, shortcodes and, before there were blocks,
 * paragraphs by empty lines.
 */
final class WordPressText {

	/** A block that WordPress would fill itself: no HTML of it is in the file. */
	private static final Pattern EMPTY_BLOCK = Pattern
		.compile("<!--\\s*wp:([a-z][a-z0-9/_-]{0,60})(?:\\s[^>]{0,5000})?/-->");

	/** Nothing is lost with these. */
	private static final Set<String> IDLE = Set.of("more", "nextpage", "spacer", "separator", "post-title",
			"post-content");

	private final Findings findings;

	private final Shortcodes shortcodes;

	WordPressText(Findings findings, Manuscript.Attachments attachments) {
		this.findings = findings;
		this.shortcodes = new Shortcodes(findings, attachments);
	}

	String html(String written) {
		String text = written.replace("\r\n", "\n").replace('\r', '\n');
		boolean blocks = text.contains("<!-- wp:");
		if (blocks) {
			noteEmptyBlocks(text);
		}
		String bare = this.shortcodes.replaced(Comments.removed(text));
		return blocks ? bare : Paragraphs.ofLines(bare);
	}

	private void noteEmptyBlocks(String text) {
		Matcher matcher = EMPTY_BLOCK.matcher(text);
		while (matcher.find()) {
			if (!IDLE.contains(matcher.group(1))) {
				this.findings.strange("block " + matcher.group(1));
			}
		}
	}

}
