package org.rayonka.web.article;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The sizes in which a picture can be had, so that a phone does not load what a large
 * screen needs.
 *
 * @param template an address in which a width and a format are to be put
 * @param widths in pixels, ascending
 * @param formats the smallest files first, {@code jpg} last
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Renditions(String template, List<Integer> widths, List<String> formats) {

	private static final String JPEG = "jpg";

	public Renditions {
		widths = List.copyOf(widths);
		formats = List.copyOf(formats);
	}

	/**
	 * The formats that a browser may prefer to JPEG.
	 * @return such as {@code webp}, which is a part of its media type
	 */
	public List<String> better() {
		return this.formats.stream().filter((format) -> !format.equals(JPEG)).toList();
	}

	/**
	 * All addresses of a format, as {@code srcset} lists them.
	 * @param format one of the formats
	 * @param address how an address is written on the page
	 * @return addresses with widths
	 */
	public String srcset(String format, UnaryOperator<String> address) {
		return this.widths.stream()
			.map((width) -> address.apply(url(width, format)) + " " + width + "w")
			.collect(Collectors.joining(", "));
	}

	/**
	 * The JPEGs, for every browser.
	 * @param address how an address is written on the page
	 * @return addresses with widths
	 */
	public String srcset(UnaryOperator<String> address) {
		return srcset(JPEG, address);
	}

	/**
	 * A JPEG.
	 * @param width one of the widths
	 * @return its address
	 */
	String jpeg(int width) {
		return url(width, JPEG);
	}

	/**
	 * The widest that is not wider than asked for.
	 * @param most in pixels
	 * @return one of the widths, the narrowest when all are wider
	 */
	int within(int most) {
		return this.widths.stream().filter((width) -> width <= most).reduce(this.widths.getFirst(), Math::max);
	}

	private String url(int width, String format) {
		return this.template.replace("{width}", Integer.toString(width)).replace("{format}", format);
	}

}
