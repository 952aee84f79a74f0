package org.rayonka.article.importing.markup;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/**
 * Pictures with words below them.
 */
final class Captions {

	private Captions() {
	}

	static String figure(String address, String caption) {
		return "<figure><img src=\"" + Entities.escape(address) + "\">"
				+ (caption.isBlank() ? "" : "<figcaption>" + Entities.escape(caption.strip()) + "</figcaption>")
				+ "</figure>";
	}

	/**
	 * The figure that {@code [caption]} stands for: the picture, perhaps linked, and its
	 * words behind it or in an attribute.
	 */
	static String figure(Shortcode code, String inner) {
		Element content = Jsoup.parseBodyFragment(inner).body();
		Element picture = content.selectFirst("img");
		if (picture == null) {
			return inner;
		}
		Element linked = picture.closest("a");
		Element shown = (linked != null) ? linked : picture;
		shown.remove();
		String caption = content.text().isBlank() ? code.attribute("caption") : content.text();
		String words = caption.isBlank() ? "" : "<figcaption>" + Entities.escape(caption.strip()) + "</figcaption>";
		return "\n\n<figure>" + shown.outerHtml() + words + "</figure>\n\n";
	}

}
