package org.rayonka.article;

import java.util.Collection;

import org.springframework.http.HttpStatus;

/**
 * The state of things does not allow it.
 */
public final class StateConflict extends ArticleProblem {

	private StateConflict(String type, String title, String detail) {
		super(HttpStatus.CONFLICT, type, title, detail);
	}

	/**
	 * An edition without what the law asks of its imprint.
	 * @param edition its slug
	 * @param missing the fields that are missing
	 * @return the problem
	 */
	public static StateConflict imprint(String edition, Collection<String> missing) {
		StateConflict problem = new StateConflict("imprint-incomplete", "The edition's imprint is incomplete",
				"Edition " + edition + " lacks " + String.join(", ", missing));
		problem.member("fields", missing);
		return problem;
	}

	/**
	 * An article without an age mark.
	 * @return the problem
	 */
	public static StateConflict ageMark() {
		return new StateConflict("age-mark-missing", "No article is published without an age mark",
				"One of 0+, 6+, 12+, 16+, 18+");
	}

	/**
	 * A step that an article in this state cannot take.
	 * @param status the state it is in
	 * @param step what was asked for
	 * @return the problem
	 */
	public static StateConflict status(String status, String step) {
		return new StateConflict("article-is-" + status, "The article's state does not allow it",
				"It cannot be " + step + ": it is " + status);
	}

	/**
	 * A slug that leads, or led, to another article of the edition.
	 * @param slug the slug
	 * @return the problem
	 */
	public static StateConflict slug(String slug) {
		return new StateConflict("slug-taken", "Another article has or had this address", "Slug " + slug);
	}

	/**
	 * An author whose entry somebody else has moved meanwhile.
	 * @param slug the author's slug
	 * @return the problem
	 */
	public static StateConflict authorMoved(String slug) {
		return new StateConflict("author-moved", "The author has another newsroom meanwhile", "Author " + slug);
	}

	/**
	 * A rubric that still has articles, or something else that is in use.
	 * @return the problem
	 */
	public static StateConflict inUse() {
		return new StateConflict("in-use", "Something that this would change or remove is in use",
				"An edition keeps the rubrics of its articles, and its imprint while articles are published");
	}

}
