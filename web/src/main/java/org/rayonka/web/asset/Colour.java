package org.rayonka.web.asset;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * An edition's colour, made readable on light and on dark paper: WCAG 2.2 asks text for a
 * contrast of 4.5.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
record Colour(int red, int green, int blue) {

	static final Colour NETWORK = new Colour(0x8a, 0x1c, 0x1c);

	/** The papers of site.css. */
	static final Colour LIGHT_PAPER = new Colour(0xfb, 0xfa, 0xf6);

	static final Colour DARK_PAPER = new Colour(0x17, 0x16, 0x13);

	private static final double READABLE = 5.5;

	private static final int STEPS = 20;

	private static final int GLOW = 225;

	private static final Pattern HEX = Pattern.compile("#?([0-9a-fA-F]{6})");

	static Colour parse(@Nullable String text) {
		if (text == null || !HEX.matcher(text).matches()) {
			return NETWORK;
		}
		int rgb = Integer.parseInt(text.substring(text.length() - 6), 16);
		return new Colour(rgb >> 16, (rgb >> 8) & 0xff, rgb & 0xff);
	}

	String hex() {
		return String.format(Locale.ROOT, "%02x%02x%02x", this.red, this.green, this.blue);
	}

	Colour readableOn(Colour paper) {
		boolean light = paper.luminance() > 0.5;
		Colour start = (light || contrast(paper) >= READABLE) ? this : glowing();
		Colour end = light ? new Colour(0, 0, 0) : new Colour(255, 255, 255);
		Colour shade = start;
		for (int step = 1; step <= STEPS && shade.contrast(paper) < READABLE; step++) {
			shade = start.mixed(end, (double) step / STEPS);
		}
		return shade;
	}

	/** As bright as it can be without losing its hue, before white is mixed in. */
	private Colour glowing() {
		double most = Math.max(1, Math.max(this.red, Math.max(this.green, this.blue)));
		double factor = Math.max(1, GLOW / most);
		return new Colour((int) (this.red * factor), (int) (this.green * factor), (int) (this.blue * factor));
	}

	double contrast(Colour other) {
		double lighter = Math.max(luminance(), other.luminance());
		double darker = Math.min(luminance(), other.luminance());
		return (lighter + 0.05) / (darker + 0.05);
	}

	private Colour mixed(Colour other, double share) {
		return new Colour(between(this.red, other.red, share), between(this.green, other.green, share),
				between(this.blue, other.blue, share));
	}

	private static int between(int from, int to, double share) {
		return (int) Math.round(from + (to - from) * share);
	}

	private double luminance() {
		return 0.2126 * linear(this.red) + 0.7152 * linear(this.green) + 0.0722 * linear(this.blue);
	}

	private static double linear(int channel) {
		double value = channel / 255.0;
		return (value <= 0.04045) ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
	}

}
