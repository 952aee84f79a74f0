package org.rayonka.article;

import org.springframework.http.HttpStatus;

/**
 * An import that is not even begun.
 */
public final class ImportRefused extends ArticleProblem {

	private ImportRefused(HttpStatus status, String type, String title, String detail) {
		super(status, type, title, detail);
	}

	/**
	 * A file above the bound.
	 * @param bound the bound
	 * @return the problem
	 */
	public static ImportRefused tooLarge(String bound) {
		return new ImportRefused(HttpStatus.CONTENT_TOO_LARGE, "import-too-large", "The file is too large",
				"At most " + bound);
	}

	/**
	 * Another import into the same edition.
	 * @param edition its slug
	 * @return the problem
	 */
	public static ImportRefused running(String edition) {
		return new ImportRefused(HttpStatus.CONFLICT, "import-running", "An import into the edition is running",
				"Edition " + edition + "; wait until it has ended");
	}

	/**
	 * An old site's address that is none.
	 * @return the problem
	 */
	public static ImportRefused site() {
		return new ImportRefused(HttpStatus.BAD_REQUEST, "invalid-site", "Not the address of a site",
				"An absolute http or https address");
	}

}
