package org.rayonka.article.darkroom;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes of a file a picture and nothing but a picture: where it was taken, what somebody
 * wrote into it or hung on to it are not in the copy, while its pixels are the same.
 */
final class Cleaning {

	private Cleaning() {
	}

	/**
	 * Copies a picture, a buffer at a time.
	 * @param from as it came
	 * @param to where the copy goes
	 * @param format its kind
	 * @return how it was held
	 * @throws BrokenPicture when it ends early or is not built as its kind is
	 * @throws IOException when the disk fails
	 */
	static Orientation clean(Path from, Path to, Format format) throws IOException {
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(from)))) {
			return switch (format) {
				case JPEG, PNG -> stream(in, to, format);
				case WEBP -> webp(in, to);
				case MP4, WEBM -> throw new BrokenPicture("No picture");
			};
		}
		catch (EOFException ex) {
			throw new BrokenPicture("It ends early", ex);
		}
	}

	private static Orientation stream(DataInputStream in, Path to, Format format) throws IOException {
		try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
			return (format == Format.JPEG) ? new JpegCleaning(in, out).clean() : new PngCleaning(in, out).clean();
		}
	}

	private static Orientation webp(DataInputStream in, Path to) throws IOException {
		try (RandomAccessFile out = new RandomAccessFile(to.toFile(), "rw")) {
			return new WebpCleaning(in, out).clean();
		}
	}

}
