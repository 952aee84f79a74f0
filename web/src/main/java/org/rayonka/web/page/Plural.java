package org.rayonka.web.page;

import java.util.Locale;

/**
 * The plural categories of CLDR that whole numbers have in Russian and English.
 */
enum Plural {

	ONE, FEW, MANY;

	static Plural of(Language language, long number) {
		return switch (language) {
			case RU -> russian(Math.abs(number % 100));
			case EN -> (number == 1) ? ONE : MANY;
		};
	}

	private static Plural russian(long lastTwo) {
		long last = lastTwo % 10;
		boolean teen = lastTwo > 10 && lastTwo < 20;
		if (last == 1 && !teen) {
			return ONE;
		}
		return (last >= 2 && last <= 4 && !teen) ? FEW : MANY;
	}

	String suffix() {
		return "." + name().toLowerCase(Locale.ROOT);
	}

}
