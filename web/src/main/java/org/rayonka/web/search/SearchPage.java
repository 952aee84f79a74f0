package org.rayonka.web.search;

import java.time.ZoneId;
import java.util.Optional;

import org.rayonka.web.article.Edition;
import org.rayonka.web.page.Page;
import org.rayonka.web.page.Shell;
import org.rayonka.web.search.Results.Result;

/**
 * The search form with what it has found.
 *
 * @param shell the frame
 * @param question what was asked
 * @param results what was found
 * @param understood false when the question cannot be answered as it stands
 */
public record SearchPage(Shell shell, Question question, Results results, boolean understood) implements Page {

	/**
	 * Whether there is an answer to show, if only an empty one.
	 * @return false while nothing was asked
	 */
	public boolean answered() {
		return this.understood && !this.question.words().isEmpty();
	}

	/**
	 * The name of the paper that an article is from.
	 * @param result any
	 * @return empty text when it is not known
	 */
	public String paper(Result result) {
		return edition(result).map(Edition::name).orElse("");
	}

	/**
	 * The zone of an article's date.
	 * @param result any
	 * @return its edition's
	 */
	public ZoneId zone(Result result) {
		return edition(result).map(Edition::zone).orElseGet(this.shell::zone);
	}

	private Optional<Edition> edition(Result result) {
		return this.shell.editions().stream().filter((known) -> known.slug().equals(result.edition())).findFirst();
	}

}
