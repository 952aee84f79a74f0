package org.rayonka.article.darkroom;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Takes pictures as they come and makes those that are shown. Whatever a picture's size,
 * it needs little more heap than its widest print: 10.5 MB. Large ones are unfolded one
 * after the other, since a progressive JPEG of 40 megapixels takes up to 240 MB outside
 * of the heap for some seconds. All methods block.
 */
public class Darkroom {

	private static final float PRINT_QUALITY = 0.82F;

	private static final float WHOLE_QUALITY = 0.92F;

	private static final int PNG_INTERLACING = 28;

	private static final long LARGE = 12_000_000;

	private final ReentrantLock large = new ReentrantLock();

	private final Optional<WebpTools> webp;

	/**
	 * Opens it.
	 * @param folders where programs may be unpacked to, the best first
	 */
	public Darkroom(List<Path> folders) {
		this.webp = WebpTools.unpack(folders);
	}

	/**
	 * The kinds of prints that it makes.
	 * @return the best first, JPEG always
	 */
	public List<Format> prints() {
		return this.webp.isPresent() ? List.of(Format.WEBP, Format.JPEG) : List.of(Format.JPEG);
	}

	/**
	 * Whether it can read pictures of a kind.
	 * @param format the kind
	 * @return false for WebP where its programs do not run
	 */
	public boolean reads(Format format) {
		return format != Format.WEBP || this.webp.isPresent();
	}

	/**
	 * Cleans a picture, which proves that it is one: all of it has been decoded when this
	 * returns. The pixels of a JPEG or PNG stay as they are, unless they have to be
	 * turned or hide bytes that are no pixels; then, and of a WebP always, it becomes a
	 * JPEG of at most 3.5 megapixels.
	 * @param upload as it came
	 * @param format its kind
	 * @param size its size, within the bounds
	 * @return the clean picture and its widest print, beside the upload
	 * @throws BrokenPicture when it is none
	 * @throws IOException when the disk fails
	 */
	public CleanPicture clean(Path upload, Format format, PictureSize size) throws IOException {
		if (format == Format.WEBP) {
			return rewritten(upload, format, size, WebpOrientation.of(upload));
		}
		Path clean = beside(upload, ".clean");
		Path print = beside(upload, ".print");
		Orientation orientation = Cleaning.clean(upload, clean, format);
		boolean tidy = orientation.upright() && print(clean, format, size, print);
		return tidy ? new CleanPicture(clean, format, size, print) : rewritten(clean, format, size, orientation);
	}

	/**
	 * Cleans a video of what it says beside its frames.
	 * @param upload as it came
	 * @param format its kind; a WebM, which cameras do not write, stays as it is
	 * @return the clean video, perhaps the upload itself
	 * @throws BrokenPicture when it is not built as its kind is
	 * @throws IOException when the disk fails
	 */
	public Path cleanVideo(Path upload, Format format) throws IOException {
		if (format != Format.MP4) {
			return upload;
		}
		Path clean = beside(upload, ".clean");
		Cleaning.clean(upload, clean, format);
		return clean;
	}

	private CleanPicture rewritten(Path from, Format format, PictureSize size, Orientation orientation)
			throws IOException {
		Path upright = beside(from, ".upright");
		Path print = beside(from, ".print");
		PictureSize whole = PrintSizes.whole(size);
		JpegWriting.write(develop(from, format, size, whole, orientation).image(), WHOLE_QUALITY, upright);
		PictureSize turned = orientation.turned(whole);
		print(upright, Format.JPEG, turned, print);
		return new CleanPicture(upright, Format.JPEG, turned, print);
	}

	private static Path beside(Path file, String ending) {
		return file.resolveSibling(file.getFileName() + ending);
	}

	/**
	 * Makes the widest print of a clean picture, from which all others are made.
	 * @param clean the picture
	 * @param format its kind
	 * @param size its size
	 * @param to where the JPEG goes
	 * @return false when the picture hides bytes that are no pixels
	 * @throws IOException when the disk fails or the picture is none
	 */
	public boolean print(Path clean, Format format, PictureSize size, Path to) throws IOException {
		Developed developed = develop(clean, format, size, PrintSizes.widest(size), Orientation.UPRIGHT);
		JpegWriting.write(developed.image(), PRINT_QUALITY, to);
		return developed.tidy();
	}

	/**
	 * Makes another print.
	 * @param widest the widest print
	 * @param from its size
	 * @param to the size of the new one, not larger
	 * @param format of the new one
	 * @param file where it goes
	 * @throws IOException when the disk or a program fails
	 */
	public void reprint(Path widest, PictureSize from, PictureSize to, Format format, Path file) throws IOException {
		if (format == Format.WEBP) {
			this.webp.orElseThrow().encode(widest, to, file);
		}
		else {
			JpegWriting.write(develop(widest, Format.JPEG, from, to, Orientation.UPRIGHT).image(), PRINT_QUALITY, file);
		}
	}

	private record Developed(BufferedImage image, boolean tidy) {
	}

	private Developed develop(Path file, Format format, PictureSize from, PictureSize to, Orientation orientation)
			throws IOException {
		if (from.pixels() <= LARGE) {
			return developed(file, format, from, to, orientation);
		}
		this.large.lock();
		try {
			return developed(file, format, from, to, orientation);
		}
		finally {
			this.large.unlock();
		}
	}

	private Developed developed(Path file, Format format, PictureSize from, PictureSize to, Orientation orientation)
			throws IOException {
		if (format == Format.WEBP) {
			return developedWebp(file, to, orientation);
		}
		Reduction reduction = new Reduction(from, to, orientation);
		boolean tidy = new Decoding(from, reduction).read(file, format, interlaced(file, format));
		if (format == Format.PNG) {
			PngProfile.apply(file, reduction.image());
		}
		return new Developed(reduction.image(), tidy);
	}

	private Developed developedWebp(Path file, PictureSize to, Orientation orientation) throws IOException {
		Path png = beside(file, ".png");
		try {
			this.webp.orElseThrow().decode(file, to, png);
			return developed(png, Format.PNG, to, to, orientation);
		}
		finally {
			Files.deleteIfExists(png);
		}
	}

	private static boolean interlaced(Path file, Format format) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			in.skipNBytes(PNG_INTERLACING);
			return format == Format.PNG && in.read() == 1;
		}
	}

}
