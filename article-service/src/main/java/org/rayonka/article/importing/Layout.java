package org.rayonka.article.importing;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.rayonka.article.importing.markup.Manuscript;
import org.rayonka.article.media.Picture;
import org.rayonka.article.media.StoredFile;

/**
 * A body with its pictures in their places, the main one taken out.
 *
 * @param html not sanitised yet
 * @param lead the main picture, if there is any
 */
record Layout(String html, Optional<Picture> lead) {

	/**
	 * Lays out.
	 * @param manuscript its pictures still at their old addresses
	 * @param files those that are here, by their old addresses
	 * @param lead old address of the main picture, empty for the first of the body
	 * @return the layout
	 */
	static Layout of(Manuscript manuscript, Map<String, StoredFile> files, String lead) {
		Element body = manuscript.body();
		for (Element image : body.select("img[src]")) {
			place(image, files.get(image.attr("src")));
		}
		Optional<Picture> main = Optional.ofNullable(files.get(lead)).map((file) -> picture(file, "", ""));
		Element first = body.selectFirst("figure:has(img)");
		if (first != null && (main.isEmpty() || shows(first, main.get()))) {
			main = Optional.of(taken(first, files));
		}
		Document document = Objects.requireNonNull(body.ownerDocument());
		document.outputSettings().prettyPrint(false);
		return new Layout(html(body), main);
	}

	/** One block in a line. */
	private static String html(Element body) {
		return body.childNodes()
			.stream()
			.filter((node) -> !(node instanceof TextNode text && text.isBlank()))
			.map(Node::outerHtml)
			.collect(Collectors.joining("\n"));
	}

	private static void place(Element image, @Nullable StoredFile file) {
		if (file != null) {
			image.attr("src", file.path())
				.attr("width", String.valueOf(file.width()))
				.attr("height", String.valueOf(file.height()));
			return;
		}
		Element figure = image.closest("figure");
		image.remove();
		if (figure != null && figure.selectFirst("img, table") == null) {
			figure.remove();
		}
	}

	private static boolean shows(Element figure, Picture main) {
		return Objects.requireNonNull(figure.selectFirst("img")).attr("src").equals(main.path());
	}

	/** The page shows it above the text, so it is not shown in it again. */
	private static Picture taken(Element figure, Map<String, StoredFile> files) {
		Element image = Objects.requireNonNull(figure.selectFirst("img"));
		Element caption = figure.selectFirst("figcaption");
		StoredFile file = files.values()
			.stream()
			.filter((one) -> one.path().equals(image.attr("src")))
			.findFirst()
			.orElseThrow();
		Picture picture = picture(file, image.attr("alt"), (caption != null) ? caption.text() : "");
		image.remove();
		if (figure.selectFirst("img, table") == null) {
			figure.remove();
		}
		return picture;
	}

	private static Picture picture(StoredFile file, String alt, String caption) {
		return new Picture(file.path(), Objects.requireNonNull(file.width()), Objects.requireNonNull(file.height()),
				Words.line(alt, 500), Words.line(caption, 500), "");
	}

}
