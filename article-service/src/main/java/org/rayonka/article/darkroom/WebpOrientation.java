package org.rayonka.article.darkroom;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Looks in a WebP for how the camera was held (RFC 9649, 2.7.1.5); its pixels are written
 * anew, so that nothing else of it has to be read.
 */
final class WebpOrientation {

	private static final int FILE_HEAD = 12;

	private static final int EXIF = 0x45584946;

	private static final int PREFIX = 6;

	private WebpOrientation() {
	}

	/**
	 * Reads it.
	 * @param webp the file
	 * @return upright when it does not say otherwise
	 * @throws IOException when the disk fails
	 */
	static Orientation of(Path webp) throws IOException {
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(webp)))) {
			in.skipNBytes(FILE_HEAD);
			while (true) {
				int name = in.readInt();
				long length = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
				if (name == EXIF && length <= ColourProfile.LIMIT) {
					return Orientation.of(withoutPrefix(in.readNBytes((int) length)));
				}
				in.skipNBytes(length + (length & 1));
			}
		}
		catch (EOFException ex) {
			return Orientation.UPRIGHT;
		}
	}

	/** Some programs write what introduces EXIF in a JPEG. */
	private static byte[] withoutPrefix(byte[] exif) {
		boolean prefixed = exif.length > PREFIX && exif[0] == 'E' && exif[1] == 'x';
		return prefixed ? Arrays.copyOfRange(exif, PREFIX, exif.length) : exif;
	}

}
