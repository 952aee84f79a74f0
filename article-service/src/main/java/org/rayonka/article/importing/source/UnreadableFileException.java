package org.rayonka.article.importing.source;

/**
 * A file that cannot be read to its end; nothing of it is imported.
 */
public final class UnreadableFileException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final long line;

	/**
	 * Says where and why.
	 * @param line the line at which reading ended, from 1
	 * @param reason in words
	 */
	public UnreadableFileException(long line, String reason) {
		super(reason);
		this.line = line;
	}

	/**
	 * Where reading ended.
	 * @return the line, from 1
	 */
	public long line() {
		return this.line;
	}

}
