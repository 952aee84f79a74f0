package org.rayonka.article.search;

/**
 * How many errors of typing lie between two words: a letter too many, too few, another,
 * or two that changed places (optimal string alignment, after Damerau, CACM 7(3), 1964).
 */
final class TypingErrors {

	private TypingErrors() {
	}

	static int between(String typed, String meant) {
		int[][] errors = new int[typed.length() + 1][meant.length() + 1];
		for (int i = 0; i <= typed.length(); i++) {
			for (int j = 0; j <= meant.length(); j++) {
				errors[i][j] = fewest(errors, typed, meant, i, j);
			}
		}
		return errors[typed.length()][meant.length()];
	}

	private static int fewest(int[][] errors, String typed, String meant, int i, int j) {
		if (i == 0 || j == 0) {
			return i + j;
		}
		int other = (typed.charAt(i - 1) == meant.charAt(j - 1)) ? 0 : 1;
		int fewest = Math.min(errors[i - 1][j - 1] + other, Math.min(errors[i - 1][j], errors[i][j - 1]) + 1);
		boolean swapped = i > 1 && j > 1 && typed.charAt(i - 1) == meant.charAt(j - 2)
				&& typed.charAt(i - 2) == meant.charAt(j - 1);
		return swapped ? Math.min(fewest, errors[i - 2][j - 2] + 1) : fewest;
	}

}
