package org.rayonka.article.importing.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The plain sequence of blocks that a body is: boxes are opened, loose text becomes
 * paragraphs, old elements get today's names.
 */
final class Blocks {

	private static final Map<String, String> NAMES = Map.of("h1", "h2", "h5", "h4", "h6", "h4", "b", "strong", "i",
			"em", "cite", "em", "pre", "p", "address", "p");

	private static final String BOXES = "div, section, article, main, aside, center, header, footer, nav, details, "
			+ "summary, dl, dt, dd, fieldset, hgroup";

	private static final String BLOCKS = "p, h1, h2, h3, h4, h5, h6, ul, ol, blockquote, table, figure, pre, address";

	private static final Set<String> NAMES_OF_BLOCKS = Set.of(BLOCKS.split(", "));

	/** What is a paragraph only because it stood in a line of its own. */
	private static final String ALONE = "li > p:only-child, td > p:only-child, th > p:only-child, h2 > p, h3 > p, "
			+ "h4 > p, figcaption > p, caption > p";

	private Blocks() {
	}

	static void flatten(Element body) {
		body.select("pre").forEach(Blocks::keepLines);
		body.select("figure figure").forEach(Element::unwrap);
		for (Element box : body.select(BOXES)) {
			if (!box.select(BLOCKS).isEmpty() || box.select(BOXES).size() > 1) {
				box.unwrap();
			}
			else {
				box.tagName("p").clearAttributes();
			}
		}
		NAMES.forEach((old, today) -> body.select(old).forEach((element) -> element.tagName(today)));
		body.select(ALONE).forEach(Element::unwrap);
		body.select("p figure, p p").forEach(Blocks::lift);
		wrapLoose(body);
		body.select("figure:not(:has(img)):not(:has(table))").forEach(Element::unwrap);
		body.select("p, h2, h3, h4, li, blockquote, a, strong, em").forEach(Blocks::removeEmpty);
	}

	private static void keepLines(Element pre) {
		for (TextNode text : pre.textNodes()) {
			String[] lines = text.getWholeText().split("\n", -1);
			for (int i = 0; i < lines.length; i++) {
				text.before(new TextNode(lines[i]));
				if (i + 1 < lines.length) {
					text.before(new Element("br"));
				}
			}
			text.remove();
		}
	}

	private static void lift(Element block) {
		Element paragraph = block.parents()
			.stream()
			.filter((parent) -> parent.normalName().equals("p"))
			.findFirst()
			.orElse(null);
		if (paragraph != null) {
			block.remove();
			paragraph.after(block);
		}
	}

	private static void wrapLoose(Element body) {
		List<Node> loose = new ArrayList<>();
		for (Node node : List.copyOf(body.childNodes())) {
			if (node instanceof Element element && NAMES_OF_BLOCKS.contains(element.normalName())) {
				wrap(loose);
			}
			else {
				loose.add(node);
			}
		}
		wrap(loose);
	}

	private static void wrap(List<Node> loose) {
		boolean words = loose.stream().anyMatch((node) -> !(node instanceof TextNode text) || !text.isBlank());
		if (words) {
			Element paragraph = new Element("p");
			loose.getFirst().before(paragraph);
			loose.forEach(paragraph::appendChild);
		}
		loose.clear();
	}

	private static void removeEmpty(Element element) {
		if (element.text().replace('\u00a0', ' ').isBlank() && element.selectFirst("img, td") == null) {
			element.remove();
		}
	}

}
