package org.rayonka.article.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Words as the index holds them.
 *
 * @param terms one for each word that has a meaning
 */
record Query(List<Term> terms) {

	/**
	 * A word.
	 *
	 * @param place among the words
	 * @param lexemes what it is indexed as
	 * @param known whether the first of them was ever published
	 */
	record Term(int place, List<String> lexemes, boolean known) {

		private String text() {
			return this.lexemes.stream()
				.flatMap(FleetingVowel::variants)
				.distinct()
				.map((lexeme) -> "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'")
				.collect(Collectors.joining(" | ", "(", ")"));
		}

		private Term or(List<String> others) {
			List<String> all = new ArrayList<>(this.lexemes);
			others.stream().filter((lexeme) -> !all.contains(lexeme)).forEach(all::add);
			return new Term(this.place, all, this.known);
		}

	}

	/**
	 * The same, where the last word may be the beginning of others.
	 */
	Query orBegunWith(List<String> lexemes) {
		List<Term> changed = new ArrayList<>(this.terms);
		changed.set(changed.size() - 1, changed.getLast().or(lexemes));
		return new Query(changed);
	}

	/**
	 * As PostgreSQL reads it.
	 * @return null when no word has a meaning
	 */
	@Nullable String text() {
		return this.terms.isEmpty() ? null : this.terms.stream().map(Term::text).collect(Collectors.joining(" & "));
	}

}
