package org.rayonka.article.importing.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes that know how many of them were read, for a progress bar.
 */
final class CountedBytes extends FilterInputStream {

	private volatile long count;

	CountedBytes(InputStream bytes) {
		super(bytes);
	}

	long count() {
		return this.count;
	}

	@Override
	public int read() throws IOException {
		int read = super.read();
		add((read < 0) ? 0 : 1);
		return read;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		int read = super.read(target, offset, length);
		add(Math.max(0, read));
		return read;
	}

	/** One thread reads, others look. */
	@SuppressWarnings("NonAtomicVolatileUpdate")
	private void add(int read) {
		this.count += read;
	}

}
