package org.rayonka.article.importing.markup;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Pictures of a body, each brought into a figure of its own.
 */
final class Figures {

	private static final Pattern PICTURE = Pattern.compile("(?i)https?://[^?#]+\\.(?:jpe?g|png|webp)(?:[?#].*)?");

	/** Where pages that load pictures late keep the address. */
	private static final String[] SOURCES = { "data-orig-file", "data-lazy-src", "data-src", "data-original", "src" };

	private final Findings findings;

	Figures(Findings findings) {
		this.findings = findings;
	}

	void set(Element body) {
		body.select("svg, picture > source").remove();
		body.select("img").forEach(this::picture);
	}

	private void picture(Element image) {
		if (image.hasClass("emoji") || image.hasClass("wp-smiley")) {
			image.replaceWith(new TextNode(image.attr("alt")));
			return;
		}
		String address = address(image);
		if (address.isEmpty() || image.attr("width").equals("1") || image.attr("height").equals("1")) {
			noteInline(image);
			image.remove();
			return;
		}
		Element plain = new Element("img").attr("src", address).attr("alt", image.attr("alt"));
		place(image, plain);
	}

	private void noteInline(Element image) {
		if (image.attr("src").startsWith("data:")) {
			this.findings.strange("a picture that is written into the text");
		}
	}

	/** A picture that leads to a picture leads to itself in full size. */
	private static String address(Element image) {
		Element link = image.closest("a");
		String target = (link != null) ? link.absUrl("href") : "";
		if (PICTURE.matcher(target).matches()) {
			return target;
		}
		return Stream.of(SOURCES)
			.map(image::absUrl)
			.filter((address) -> address.startsWith("http"))
			.findFirst()
			.orElse("");
	}

	private static void place(Element image, Element plain) {
		Element link = image.closest("a");
		Element shown = (link != null && link.text().isBlank() && link.select("img").size() == 1) ? link : image;
		if (shown.closest("figure") != null) {
			shown.replaceWith(plain);
			return;
		}
		Element figure = new Element("figure").addClass("moved").appendChild(plain);
		Element paragraph = shown.closest("p, h1, h2, h3, h4, h5, h6");
		if (paragraph == null) {
			shown.replaceWith(figure);
		}
		else {
			shown.remove();
			last(paragraph).after(figure);
		}
	}

	/** Behind figures that the same paragraph gave before. */
	private static Element last(Element paragraph) {
		Element last = paragraph;
		for (Element next = last.nextElementSibling(); next != null
				&& next.hasClass("moved"); next = last.nextElementSibling()) {
			last = next;
		}
		return last;
	}

}
