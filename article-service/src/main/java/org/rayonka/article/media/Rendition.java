package org.rayonka.article.media;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.rayonka.article.darkroom.Format;

/**
 * A print of a picture, known by its name.
 *
 * @param hash of the picture
 * @param width in pixels
 * @param format JPEG or WebP
 */
record Rendition(String hash, int width, Format format) {

	private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})-([1-9][0-9]{0,3})\\.(jpg|webp)");

	/**
	 * Reads a name.
	 * @param name perhaps a rendition's
	 * @return empty when it is none
	 */
	static Optional<Rendition> named(String name) {
		Matcher matcher = NAME.matcher(name);
		return matcher.matches()
				? Optional.of(new Rendition(matcher.group(1), Integer.parseInt(matcher.group(2)), Format.ofName(name)))
				: Optional.empty();
	}

	String name() {
		return this.hash + "-" + this.width + "." + this.format.extension();
	}

}
