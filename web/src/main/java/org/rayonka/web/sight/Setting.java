package org.rayonka.web.sight;

import java.util.List;
import java.util.Locale;

/**
 * What a reader of the version for weak sight may settle, as GOST R 52872 and the custom
 * of Russian sites have it.
 */
public enum Setting {

	/** Per cent of the ordinary size of letters. */
	SIZE("150", "100 150 200"),

	/** Paper and ink. */
	COLOURS("white", "white black blue beige brown"),

	/** Whether there are pictures, and coloured ones. */
	PICTURES("on", "on grey off"),

	/** The space between letters. */
	LETTERS("normal", "normal wide wider"),

	/** The space between lines. */
	LINES("normal", "normal wide wider"),

	/** Letters with or without serifs. */
	TYPE("sans", "sans serif");

	private final String usual;

	private final String options;

	Setting(String usual, String options) {
		this.usual = usual;
		this.options = options;
	}

	/**
	 * How it is called in forms, attributes and bundles.
	 * @return lower case
	 */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * What there is to choose from.
	 * @return in the order of the form
	 */
	public List<String> options() {
		return List.of(this.options.split(" "));
	}

	String usual() {
		return this.usual;
	}

	boolean allows(String option) {
		return options().contains(option);
	}

}
