package org.rayonka.article.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.rayonka.article.MediaRefused;
import org.rayonka.article.darkroom.BrokenPicture;
import org.rayonka.article.darkroom.CleanPicture;
import org.rayonka.article.darkroom.Darkroom;
import org.rayonka.article.darkroom.Format;
import org.rayonka.article.darkroom.PictureSize;
import org.rayonka.article.darkroom.PrintSizes;
import org.springframework.stereotype.Component;

/**
 * Judges a file that has come: nothing gets a place before all of it was found good. All
 * methods block.
 */
@Component
class Reception {

	private static final int HEAD = 64;

	private final Darkroom darkroom;

	private final long maxPixels;

	Reception(Darkroom darkroom, MediaProperties properties) {
		this.darkroom = darkroom;
		this.maxPixels = properties.maxPixels();
	}

	/**
	 * A file that was found good.
	 *
	 * @param stored what is known of it
	 * @param files what is to be kept, itself last
	 */
	record Accepted(StoredFile stored, List<Kept> files) {
	}

	/**
	 * A file that is to be kept.
	 *
	 * @param name for good
	 * @param file where it lies now
	 */
	record Kept(String name, Path file) {
	}

	/**
	 * Takes or refuses a file.
	 * @param upload all bytes, alone in a workplace
	 * @return what is to be kept of it, in the same workplace
	 * @throws MediaRefused when it is none that is taken
	 * @throws IOException when the disk fails
	 */
	Accepted judge(Path upload) throws IOException {
		Format format = Format.of(head(upload)).filter(this.darkroom::reads).orElseThrow(MediaRefused::unsupported);
		try {
			return format.picture() ? picture(upload, format) : video(upload, format);
		}
		catch (BrokenPicture ex) {
			throw MediaRefused.broken(String.valueOf(ex.getMessage()));
		}
	}

	private Accepted picture(Path upload, Format format) throws IOException {
		CleanPicture clean = this.darkroom.clean(upload, format, size(upload, format));
		String hash = ContentHash.of(clean.file());
		String name = hash + "." + clean.format().extension();
		StoredFile stored = new StoredFile("/media/" + name, clean.format().type(), clean.size().width(),
				clean.size().height(), Files.size(clean.file()));
		String print = new Rendition(hash, PrintSizes.widest(clean.size()).width(), Format.JPEG).name();
		return new Accepted(stored, List.of(new Kept(print, clean.print()), new Kept(name, clean.file())));
	}

	/** Judged by the header, before anything is unfolded. */
	private PictureSize size(Path upload, Format format) throws IOException {
		PictureSize size = measured(upload, format);
		if (size.pixels() > this.maxPixels) {
			throw MediaRefused.tooManyPixels(this.maxPixels);
		}
		if (PrintSizes.slender(size)) {
			throw MediaRefused.slender();
		}
		return size;
	}

	private static PictureSize measured(Path upload, Format format) {
		try {
			return PictureSize.of(upload, format);
		}
		catch (IOException ex) {
			throw MediaRefused.broken("Its header cannot be read");
		}
	}

	private Accepted video(Path upload, Format format) throws IOException {
		Path clean = this.darkroom.cleanVideo(upload, format);
		String name = ContentHash.of(clean) + "." + format.extension();
		StoredFile stored = new StoredFile("/media/" + name, format.type(), null, null, Files.size(clean));
		return new Accepted(stored, List.of(new Kept(name, clean)));
	}

	private static byte[] head(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return in.readNBytes(HEAD);
		}
	}

}
