package org.rayonka.article.darkroom;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of files that are taken, told by their first bytes and never by what the
 * sender says.
 */
public enum Format {

	JPEG("jpg", "image/jpeg"), PNG("png", "image/png"), WEBP("webp", "image/webp"), MP4("mp4", "video/mp4"),
	WEBM("webm", "video/webm");

	private static final byte[] JPEG_MAGIC = { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF };

	private static final byte[] PNG_MAGIC = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };

	private static final byte[] EBML_MAGIC = { 0x1A, 0x45, (byte) 0xDF, (byte) 0xA3 };

	/** QuickTime, and pictures in the same box: HEIF and AVIF. */
	private static final List<String> NO_VIDEOS = List.of("qt  ", "hei", "hev", "mif", "msf", "avi");

	private final String extension;

	private final String type;

	Format(String extension, String type) {
		this.extension = extension;
		this.type = type;
	}

	/**
	 * The end of its files' names.
	 * @return without a dot
	 */
	public String extension() {
		return this.extension;
	}

	/**
	 * What it is called over HTTP.
	 * @return a media type
	 */
	public String type() {
		return this.type;
	}

	/**
	 * Whether it is a picture.
	 * @return false for a video
	 */
	public boolean picture() {
		return this.type.startsWith("image/");
	}

	/**
	 * The kind of a stored file.
	 * @param name that ends as its kind's names do
	 * @return the kind
	 */
	public static Format ofName(String name) {
		String extension = name.substring(name.lastIndexOf('.') + 1);
		return Arrays.stream(values()).filter((format) -> format.extension.equals(extension)).findFirst().orElseThrow();
	}

	/**
	 * Tells the kind of a file.
	 * @param head its first bytes
	 * @return the kind, empty when it is none that is taken
	 */
	public static Optional<Format> of(byte[] head) {
		return Arrays.stream(values()).filter((format) -> format.begins(head)).findFirst();
	}

	private boolean begins(byte[] head) {
		return switch (this) {
			case JPEG -> has(head, 0, JPEG_MAGIC);
			case PNG -> has(head, 0, PNG_MAGIC);
			case WEBP -> has(head, 0, "RIFF") && has(head, 8, "WEBP");
			case MP4 -> has(head, 4, "ftyp") && NO_VIDEOS.stream().noneMatch((brand) -> has(head, 8, brand));
			case WEBM -> has(head, 0, EBML_MAGIC) && holds(head, "webm");
		};
	}

	private static boolean has(byte[] head, int at, String ascii) {
		return has(head, at, ascii.getBytes(StandardCharsets.US_ASCII));
	}

	private static boolean has(byte[] head, int at, byte[] magic) {
		return head.length >= at + magic.length && Arrays.equals(head, at, at + magic.length, magic, 0, magic.length);
	}

	private static boolean holds(byte[] head, String ascii) {
		return new String(head, 0, Math.min(head.length, 64), StandardCharsets.ISO_8859_1).contains(ascii);
	}

}
