package org.rayonka.article.importing.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Text out of bytes that refuses bytes that are none, and knows the line they are in.
 */
final class StrictText extends Reader {

	private static final int CHUNK = 1 << 15;

	private final InputStream bytes;

	private final CharsetDecoder decoder;

	private final ByteBuffer in = ByteBuffer.allocate(CHUNK).flip();

	private boolean ended;

	private long line = 1;

	StrictText(InputStream bytes, Charset charset) {
		this.bytes = bytes;
		this.decoder = charset.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
	}

	@Override
	public int read(char[] target, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		CharBuffer out = CharBuffer.wrap(target, offset, length);
		while (true) {
			CoderResult result = this.decoder.decode(this.in, out, this.ended);
			int read = out.position() - offset;
			if (read > 0) {
				look(target, offset, read);
				return read;
			}
			check(result);
			if (this.ended) {
				return -1;
			}
			fill();
		}
	}

	private void check(CoderResult result) {
		if (result.isError()) {
			throw new UnreadableFileException(this.line, "The bytes at this line are not " + this.decoder.charset()
					+ ", as the file says or its first bytes tell");
		}
	}

	private void fill() throws IOException {
		this.in.compact();
		int read = this.bytes.read(this.in.array(), this.in.position(), this.in.remaining());
		if (read > 0) {
			this.in.position(this.in.position() + read);
		}
		this.ended = read < 0;
		this.in.flip();
	}

	/**
	 * Editors paste control characters that XML and JSON do not allow; sites keep them.
	 */
	private void look(char[] target, int offset, int read) {
		for (int i = offset; i < offset + read; i++) {
			char character = target[i];
			if (character == '\n') {
				this.line++;
			}
			else if (character < ' ' && character != '\t' && character != '\r') {
				target[i] = ' ';
			}
		}
	}

	@Override
	public void close() throws IOException {
		this.bytes.close();
	}

}
