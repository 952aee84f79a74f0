package org.rayonka.article.importing.markup;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Players in a body: those of known providers become the article's videos, files and
 * other pages become links.
 */
final class Players {

	private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]{3,1000}");

	private final Findings findings;

	Players(Findings findings) {
		this.findings = findings;
	}

	void take(Element body) {
		body.select("noscript, script, style, link, meta, title, template").remove();
		body.select("iframe, object, embed").forEach(this::frame);
		body.select("video, audio").forEach(this::file);
		body.select("form, input, button, select, textarea").forEach(this::form);
		body.select("p, div, figure, body").forEach(this::addressAlone);
	}

	private void frame(Element frame) {
		String address = address(frame);
		Optional<String> page = VideoAddress.page(address);
		if (page.isPresent()) {
			this.findings.video(page.get());
		}
		else {
			this.findings.strange(frame.normalName() + " " + VideoAddress.host(address));
		}
		frame.remove();
	}

	private static String address(Element frame) {
		return Stream.of("src", "data-src", "data-lazy-src", "data")
			.map(frame::absUrl)
			.filter((address) -> !address.isEmpty() && !address.startsWith("about:"))
			.findFirst()
			.orElse("");
	}

	private void file(Element player) {
		Element source = player.selectFirst("source[src]");
		String address = player.hasAttr("src") ? player.absUrl("src") : (source != null) ? source.absUrl("src") : "";
		if (address.isEmpty()) {
			player.remove();
		}
		else {
			player.replaceWith(link(address));
		}
	}

	private void form(Element form) {
		if (form.normalName().equals("form")) {
			this.findings.strange("form");
		}
		form.remove();
	}

	private void addressAlone(Element element) {
		String text = element.ownText().strip();
		if (!ADDRESS.matcher(text).matches() || !element.children().isEmpty()) {
			return;
		}
		Optional<String> page = VideoAddress.page(text);
		if (page.isPresent()) {
			this.findings.video(page.get());
			element.empty();
		}
		else {
			element.empty().appendChild(link(text));
		}
	}

	private static Element link(String address) {
		Element paragraph = new Element("p");
		paragraph.appendElement("a").attr("href", address).appendChild(new TextNode(address));
		return paragraph;
	}

}
