package org.rayonka.article.darkroom;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes of a file a picture or film and nothing but that: where it was taken, what
 * somebody wrote into it or hung on to it are not in the copy, while its pixels are the
 * same.
 */
final class Cleaning {

	private Cleaning() {
	}

	/**
	 * Copies a file, a buffer at a time.
	 * @param from as it came
	 * @param to where the copy goes
	 * @param format its kind, JPEG, PNG or MP4
	 * @return how it was held
	 * @throws BrokenPicture when it ends early or is not built as its kind is
	 * @throws IOException when the disk fails
	 */
	static Orientation clean(Path from, Path to, Format format) throws IOException {
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(from)));
				DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
			return switch (format) {
				case JPEG -> new JpegCleaning(in, out).clean();
				case PNG -> new PngCleaning(in, out).clean();
				case MP4 -> {
					new Mp4Cleaning(in, out).clean(Files.size(from));
					yield Orientation.UPRIGHT;
				}
				case WEBP, WEBM -> throw new IllegalArgumentException("Not copied: " + format);
			};
		}
		catch (EOFException ex) {
			throw new BrokenPicture("It ends early", ex);
		}
	}

}
