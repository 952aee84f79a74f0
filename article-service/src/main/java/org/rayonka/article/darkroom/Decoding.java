package org.rayonka.article.darkroom;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads the pixels of a JPEG or PNG into a {@link Reduction}.
 */
final class Decoding {

	/** What has to be unfolded whole (interlaced PNG, few colours) may be so large. */
	private static final long MOST_BYTES = 12_000_000;

	private final PictureSize size;

	private final Reduction reduction;

	private boolean tidy = true;

	private boolean cut;

	Decoding(PictureSize size, Reduction reduction) {
		this.size = size;
		this.reduction = reduction;
	}

	/**
	 * Reads all pixels.
	 * @param file cleaned
	 * @param format its kind
	 * @param interlaced whether its rows do not come in their order
	 * @return false when it holds bytes that are no pixels
	 * @throws BrokenPicture when it cannot be decoded, or not to its end
	 */
	boolean read(Path file, Format format, boolean interlaced) throws IOException {
		ImageReader reader = ImageIO.getImageReadersByMIMEType(format.type()).next();
		try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
			reader.setInput(in, true, true);
			reader.addIIOReadWarningListener((source, warning) -> warned(warning));
			read(reader, interlaced);
		}
		catch (IOException | RuntimeException ex) {
			throw (ex instanceof BrokenPicture broken) ? broken : new BrokenPicture("It cannot be decoded", ex);
		}
		finally {
			reader.dispose();
		}
		if (this.cut) {
			throw new BrokenPicture("It ends early");
		}
		return this.tidy;
	}

	private void warned(String warning) {
		this.tidy = false;
		this.cut |= warning.toLowerCase(Locale.ROOT).contains("premature");
	}

	private void read(ImageReader reader, boolean interlaced) throws IOException {
		ImageTypeSpecifier type = reader.getImageTypes(0).next();
		if (interlaced || !Rows.take(type)) {
			readWhole(reader, type);
			return;
		}
		Rows rows = new Rows(type, this.size, this.reduction);
		reader.addIIOReadUpdateListener(rows);
		ImageReadParam into = reader.getDefaultReadParam();
		into.setDestination(rows.image());
		reader.read(0, into);
	}

	private void readWhole(ImageReader reader, ImageTypeSpecifier type) throws IOException {
		long bits = Math.max(type.getColorModel().getPixelSize(), 1);
		if (this.size.pixels() * bits / 8 > MOST_BYTES) {
			throw new BrokenPicture("Too large for its kind of PNG: save it without interlacing, in true colour");
		}
		BufferedImage whole = reader.read(0);
		Paper paper = new Paper(this.size.width());
		for (int y = 0; y < this.size.height(); y++) {
			this.reduction.add(y, paper.bgr(whole.getSubimage(0, y, this.size.width(), 1)));
		}
	}

}
