package org.rayonka.article.importing.markup;

import java.net.URI;
import java.util.List;
import java.util.SequencedSet;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.rayonka.article.importing.source.SourcePost;

/**
 * A body on its way from an old site: plain elements, pictures still where they were.
 *
 * @param body whose children are the body
 * @param videos addresses of pages with a player that is known
 * @param strange what was not understood and left out
 */
public record Manuscript(Element body, SequencedSet<String> videos, SequencedSet<String> strange) {

	/** A picture that came with the text, until it is fetched. */
	private static final String PICTURES = "img[src]";

	/**
	 * Reads a body.
	 * @param post whose it is
	 * @param base against which its addresses are resolved
	 * @param attachments finds uploaded files by their number
	 * @return the manuscript
	 */
	public static Manuscript of(SourcePost post, URI base, Attachments attachments) {
		Findings findings = new Findings();
		String html = switch (post.form()) {
			case WORDPRESS -> new WordPressText(findings, attachments).html(post.body());
			case HTML -> Comments.removed(post.body());
			case TEXT -> Paragraphs.ofPlain(post.body());
		};
		Document document = Jsoup.parseBodyFragment(html, base.toString());
		Element body = document.body();
		new Players(findings).take(body);
		new Figures(findings).set(body);
		Blocks.flatten(body);
		return new Manuscript(body, findings.videos(), findings.strange());
	}

	/**
	 * The addresses of its pictures, in their order.
	 * @return absolute addresses, some perhaps twice
	 */
	public List<String> pictures() {
		return this.body.select(PICTURES).eachAttr("src");
	}

	/**
	 * Finds uploaded files by the numbers that shortcodes use.
	 */
	@FunctionalInterface
	public interface Attachments {

		/**
		 * Finds a file.
		 * @param number of the attachment
		 * @return its address, empty when it is not known
		 */
		String address(String number);

	}

}
