package org.rayonka.article.darkroom;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A picture's width and height, read from its header alone: nothing is decoded, so a
 * small file that unfolds to gigabytes does no harm.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record PictureSize(int width, int height) {

	private static final int PNG_HEADER_LENGTH = 13;

	/**
	 * Reads the header.
	 * @param file a picture
	 * @param format its kind
	 * @return its size
	 * @throws IOException when there is no such header
	 */
	public static PictureSize of(Path file, Format format) throws IOException {
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
			PictureSize size = switch (format) {
				case JPEG -> jpeg(in);
				case PNG -> png(in);
				case WEBP -> webp(in);
				case MP4, WEBM -> throw new IOException("No picture");
			};
			if (size.width < 1 || size.height < 1) {
				throw new IOException("A picture without pixels");
			}
			return size;
		}
	}

	/**
	 * How many there are.
	 * @return width by height
	 */
	public long pixels() {
		return (long) this.width * this.height;
	}

	/**
	 * The same picture at another width.
	 * @param other in pixels
	 * @return its height in proportion, at least 1
	 */
	public PictureSize ofWidth(int other) {
		return new PictureSize(other, (int) Math.max(1, Math.round((double) this.height * other / this.width)));
	}

	/**
	 * The same picture within a bound.
	 * @param pixels how many there may be
	 * @return itself when it has no more
	 */
	PictureSize within(long pixels) {
		return (pixels() <= pixels) ? this
				: ofWidth(Math.max(1, (int) Math.sqrt((double) pixels * this.width / this.height)));
	}

	/** The chunk IHDR comes first (PNG, 5.6). */
	private static PictureSize png(DataInputStream in) throws IOException {
		in.skipNBytes(8);
		if (in.readInt() != PNG_HEADER_LENGTH || in.readInt() != 0x49484452) {
			throw new IOException("No IHDR");
		}
		return new PictureSize(in.readInt(), in.readInt());
	}

	/**
	 * Segments until a frame header, SOF0 to SOF15 without DHT, JPG and DAC (T.81, B.2).
	 */
	private static PictureSize jpeg(DataInputStream in) throws IOException {
		in.skipNBytes(2);
		while (true) {
			int marker = marker(in);
			int length = in.readUnsignedShort() - 2;
			if (length < 0 || marker == 0xDA) {
				throw new IOException("No frame header");
			}
			if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
				in.skipNBytes(1);
				int height = in.readUnsignedShort();
				return new PictureSize(in.readUnsignedShort(), height);
			}
			in.skipNBytes(length);
		}
	}

	private static int marker(DataInputStream in) throws IOException {
		if (in.readUnsignedByte() != 0xFF) {
			throw new IOException("No marker");
		}
		int marker = 0xFF;
		while (marker == 0xFF) {
			marker = in.readUnsignedByte();
		}
		return marker;
	}

	/** VP8, VP8L or VP8X right after the RIFF header (RFC 9649, 2). */
	private static PictureSize webp(DataInputStream in) throws IOException {
		byte[] head = in.readNBytes(30);
		if (head.length < 30) {
			throw new EOFException();
		}
		ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
		return switch (bytes.getInt(12)) {
			case 0x20385056 -> lossy(bytes);
			case 0x4C385056 -> lossless(bytes);
			case 0x58385056 -> extended(bytes);
			default -> throw new IOException("No WebP header");
		};
	}

	private static PictureSize lossy(ByteBuffer bytes) throws IOException {
		if ((bytes.getInt(23) & 0xFFFFFF) != 0x2A019D) {
			throw new IOException("No key frame");
		}
		return new PictureSize(bytes.getShort(26) & 0x3FFF, bytes.getShort(28) & 0x3FFF);
	}

	private static PictureSize lossless(ByteBuffer bytes) throws IOException {
		if (bytes.get(20) != 0x2F) {
			throw new IOException("No lossless signature");
		}
		int bits = bytes.getInt(21);
		return new PictureSize((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);
	}

	private static PictureSize extended(ByteBuffer bytes) {
		return new PictureSize((bytes.getInt(24) & 0xFFFFFF) + 1, (bytes.getInt(26) >>> 8) + 1);
	}

}
