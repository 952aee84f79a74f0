package org.rayonka.article.importing.fetch;

/**
 * A picture that could not be had.
 */
public final class PictureLostException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Says why.
	 * @param reason in words
	 */
	PictureLostException(String reason) {
		super(reason);
	}

}
