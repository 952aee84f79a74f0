package org.rayonka.article.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.edition.Edition;
import org.rayonka.article.edition.Rubric;
import org.rayonka.article.importing.source.Term;
import org.rayonka.article.writing.Slug;

/**
 * Finds a rubric for the categories of a post, and knows which have to be made for that.
 */
final class RubricBook {

	/** As many as an edition may have. */
	private static final int MOST = 50;

	private static final Rubric NEWS = new Rubric("novosti", "Новости");

	/** What systems call a post that nobody has put anywhere. */
	private static final Set<String> NOWHERE = Set.of("uncategorized", "bez-rubriki", "bez-kategorii", "uncategorised");

	private final Map<String, Rubric> bySlug = new LinkedHashMap<>();

	private final Map<String, Rubric> byName = new LinkedHashMap<>();

	private final List<Rubric> made = new ArrayList<>();

	private int taken;

	RubricBook(Edition edition) {
		edition.rubrics().forEach(this::put);
	}

	private void put(Rubric rubric) {
		this.bySlug.put(rubric.slug(), rubric);
		this.byName.putIfAbsent(folded(rubric.name()), rubric);
	}

	/**
	 * A post's rubric with what is left of its categories.
	 *
	 * @param rubric its slug
	 * @param others names of categories that become tags
	 */
	record Choice(String rubric, List<String> others) {
	}

	/**
	 * Chooses.
	 * @param categories of a post, in its order
	 * @return a rubric that the edition has, or that is made now
	 */
	Choice choose(List<Term> categories) {
		List<Term> real = categories.stream()
			.filter((term) -> !term.name().isBlank() && !NOWHERE.contains(Slug.of(term.name())))
			.toList();
		for (Term term : real) {
			Rubric known = known(term);
			if (known != null) {
				return choice(known, real, term);
			}
		}
		if (real.isEmpty() || this.bySlug.size() >= MOST) {
			return new Choice(first().slug(), real.stream().map(Term::name).toList());
		}
		return choice(make(real.getFirst()), real, real.getFirst());
	}

	private @Nullable Rubric known(Term term) {
		Rubric named = this.byName.get(folded(term.name()));
		return (named != null) ? named : this.bySlug.get(slug(term));
	}

	private static Choice choice(Rubric rubric, List<Term> all, Term chosen) {
		return new Choice(rubric.slug(), all.stream().filter((term) -> !term.equals(chosen)).map(Term::name).toList());
	}

	private Rubric first() {
		return this.bySlug.isEmpty() ? made(NEWS) : this.bySlug.values().iterator().next();
	}

	private Rubric make(Term term) {
		return made(new Rubric(slug(term), Words.line(term.name(), 100)));
	}

	private Rubric made(Rubric rubric) {
		put(rubric);
		this.made.add(rubric);
		return rubric;
	}

	/** All that were made until now, oldest first. */
	List<Rubric> made() {
		return List.copyOf(this.made);
	}

	/** Those that were made since this was asked last. */
	List<Rubric> takeNew() {
		List<Rubric> fresh = List.copyOf(this.made.subList(this.taken, this.made.size()));
		this.taken = this.made.size();
		return fresh;
	}

	private static String slug(Term term) {
		String slug = Slug.of(term.slug().isBlank() ? term.name() : Words.decoded(term.slug()));
		String named = Character.isDigit(slug.charAt(0)) ? "r-" + slug : slug;
		return (named.length() > 32) ? named.substring(0, 32).replaceFirst("-+$", "") : named;
	}

	private static String folded(String name) {
		return name.strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
	}

}
