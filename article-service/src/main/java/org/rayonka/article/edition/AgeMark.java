package org.rayonka.article.edition;

import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * For whom a publication is fit: the marks of the Russian law 436-FZ.
 */
public enum AgeMark {

	/** For everybody. */
	ALL("0+"),

	/** From six years. */
	SIX("6+"),

	/** From twelve years. */
	TWELVE("12+"),

	/** From sixteen years. */
	SIXTEEN("16+"),

	/** For adults. */
	EIGHTEEN("18+");

	private final String text;

	AgeMark(String text) {
		this.text = text;
	}

	/**
	 * Reads a mark.
	 * @param text such as {@code 12+}
	 * @return the mark
	 * @throws IllegalArgumentException when the law knows no such mark
	 */
	@JsonCreator
	public static AgeMark of(String text) {
		return Arrays.stream(values())
			.filter((mark) -> mark.text.equals(text))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("One of 0+, 6+, 12+, 16+, 18+"));
	}

	@Override
	@JsonValue
	public String toString() {
		return text;
	}

}
