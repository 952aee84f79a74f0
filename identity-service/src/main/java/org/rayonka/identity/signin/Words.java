package org.rayonka.identity.signin;

import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The texts of a page in one language.
 *
 * @param locale the language
 * @param texts a text by its key
 */
public record Words(Locale locale, UnaryOperator<String> texts) {

	/**
	 * One text.
	 * @param key its key
	 * @return the text, in the language of the page
	 */
	public String of(String key) {
		return this.texts.apply(key);
	}

}
