package org.rayonka.comment.rules;

/**
 * A word in which signs stand for some of its letters, one for one. It is taken for a
 * word of a list only where no fewer of that word's letters are shown than are not.
 *
 * @param word small letters of one alphabet and signs
 */
record Mask(String word) {

	/** What is put in the place of letters. */
	static final String SIGNS = "*#_";

	/** Whether it can be this word. */
	boolean mayBe(String other) {
		return this.word.length() == other.length() && mayBegin(other);
	}

	/** Whether it can be a word that begins so. */
	boolean mayBegin(String beginning) {
		if (this.word.length() < beginning.length()) {
			return false;
		}
		int shown = 0;
		for (int i = 0; i < beginning.length(); i++) {
			char letter = this.word.charAt(i);
			if (letter == beginning.charAt(i)) {
				shown++;
			}
			else if (SIGNS.indexOf(letter) < 0) {
				return false;
			}
		}
		return 2 * shown >= beginning.length();
	}

}
