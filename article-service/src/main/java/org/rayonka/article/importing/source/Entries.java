package org.rayonka.article.importing.source;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * What a file tells, read as far as somebody asks. All methods block.
 */
public interface Entries extends AutoCloseable {

	/**
	 * Reads on.
	 * @return the next entry, null at the end of a file that is whole
	 * @throws UnreadableFileException where it is not
	 */
	@Nullable Entry next() throws IOException;

	/**
	 * The format.
	 */
	Format format();

	@Override
	void close() throws IOException;

	/**
	 * The formats that are known.
	 */
	enum Format {

		/** WordPress' export. */
		WXR,

		/** A feed of RSS 2.0. */
		RSS,

		/** A feed of RFC 4287. */
		ATOM,

		/** Ghost's export. */
		GHOST

	}

}
