package org.rayonka.demo;

import java.util.List;

/**
 * Reads the papers: a folder each, with an {@code edition.yaml} that names the articles.
 */
final class Papers {

	private static final List<String> SLUGS = List.of("zarechye", "kedrovo", "belorechye");

	private Papers() {
	}

	static List<Paper> all() {
		return SLUGS.stream().map(Papers::read).toList();
	}

	static byte[] media(String file) {
		return Resources.bytes("/demo/media/" + file);
	}

	private static Paper read(String slug) {
		String folder = "/demo/" + slug + "/";
		Paper.Imprint imprint = Resources.yaml(Resources.text(folder + "edition.yaml"), Paper.Imprint.class);
		List<Story> stories = imprint.articles()
			.stream()
			.map((name) -> Story.read(slug + "/" + name, Resources.text(folder + name + ".md")))
			.toList();
		return new Paper(imprint, stories);
	}

}
