package org.rayonka.article.darkroom;

import java.util.List;
import java.util.stream.Stream;

/**
 * In which widths a picture is printed: those that screens ask for, as far as it reaches,
 * and its own or the widest that memory allows.
 */
public final class PrintSizes {

	private static final List<Integer> WIDTHS = List.of(320, 480, 640, 768, 960, 1280);

	private static final int WIDEST = 1600;

	/** A print of so many pixels takes 10.5 MB of heap. */
	private static final long MOST_PIXELS = 3_500_000;

	/** A print of this shape still fits into a WebP, whose sides end at 16383. */
	private static final int MOST_SLENDER = 50;

	private PrintSizes() {
	}

	/**
	 * The widths of a picture's prints.
	 * @param picture its size
	 * @return ascending, at least one, none wider than the picture
	 */
	public static List<Integer> of(PictureSize picture) {
		int widest = widest(picture).width();
		return Stream.concat(WIDTHS.stream().filter((width) -> width < widest), Stream.of(widest)).toList();
	}

	/**
	 * The widest print.
	 * @param picture its size
	 * @return the size of the print
	 */
	public static PictureSize widest(PictureSize picture) {
		PictureSize within = picture.within(MOST_PIXELS);
		return (within.width() > WIDEST) ? picture.ofWidth(WIDEST) : within;
	}

	/**
	 * Whether a picture is too long and thin to be printed.
	 * @param picture its size
	 * @return true for a line rather than a picture
	 */
	public static boolean slender(PictureSize picture) {
		return Math.max(picture.width(), picture.height()) > (long) MOST_SLENDER
				* Math.min(picture.width(), picture.height());
	}

	/** The largest size in which pixels are written anew. */
	static PictureSize whole(PictureSize picture) {
		return picture.within(MOST_PIXELS);
	}

}
