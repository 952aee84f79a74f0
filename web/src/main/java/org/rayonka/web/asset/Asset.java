package org.rayonka.web.asset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

import org.springframework.http.MediaType;

/**
 * A file that pages need, compressed once.
 */
final class Asset {

	private final MediaType type;

	private final String tag;

	private final byte[] plain;

	private final byte[] gzip;

	private Asset(MediaType type, byte[] plain, byte[] gzip) {
		this.type = type;
		this.tag = Digest.of(plain);
		this.plain = plain;
		this.gzip = gzip;
	}

	static Asset of(MediaType type, byte[] plain) {
		ByteArrayOutputStream compressed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
			out.write(plain);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new Asset(type, plain, compressed.toByteArray());
	}

	MediaType type() {
		return this.type;
	}

	/** Changes with the content. */
	String tag() {
		return this.tag;
	}

	byte[] content(boolean compressed) {
		return compressed ? this.gzip : this.plain;
	}

}
