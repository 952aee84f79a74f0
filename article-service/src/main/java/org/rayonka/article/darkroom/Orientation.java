package org.rayonka.article.darkroom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, as it notes it in EXIF: the one thing there that readers need,
 * and the pixels are turned by it before the rest is thrown away.
 *
 * @param code 1 to 8 (EXIF 2.3, tag 0x0112); 1 is upright
 */
record Orientation(int code) {

	static final Orientation UPRIGHT = new Orientation(1);

	private static final int TAG = 0x0112;

	private static final int ENTRY_LENGTH = 12;

	/**
	 * Reads it from an EXIF block.
	 * @param tiff from its byte order on
	 * @return upright when the block does not say otherwise or is damaged
	 */
	static Orientation of(byte[] tiff) {
		if (tiff.length < 8) {
			return UPRIGHT;
		}
		ByteBuffer block = ByteBuffer.wrap(tiff)
			.order((tiff[0] == 'I') ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		int directory = block.getInt(4);
		if (directory < 8 || directory > tiff.length - 2) {
			return UPRIGHT;
		}
		int entries = Short.toUnsignedInt(block.getShort(directory));
		for (int entry = 0; entry < entries; entry++) {
			int at = directory + 2 + entry * ENTRY_LENGTH;
			if (at > tiff.length - ENTRY_LENGTH) {
				return UPRIGHT;
			}
			if (Short.toUnsignedInt(block.getShort(at)) == TAG) {
				return ofCode(block.getShort(at + 8));
			}
		}
		return UPRIGHT;
	}

	private static Orientation ofCode(int code) {
		return (code >= 1 && code <= 8) ? new Orientation(code) : UPRIGHT;
	}

	boolean upright() {
		return this.code == 1;
	}

	/** Whether width and height change places. */
	private boolean lying() {
		return this.code >= 5;
	}

	PictureSize turned(PictureSize size) {
		return lying() ? new PictureSize(/* width= */ size.height(), /* height= */ size.width()) : size;
	}

	/**
	 * Where a pixel comes to lie.
	 * @param x of the picture as it is stored
	 * @param y of the picture as it is stored
	 * @param size of the picture as it is stored
	 * @return its place in the turned picture, counted row by row
	 */
	int place(int x, int y, PictureSize size) {
		int right = size.width() - 1 - x;
		int down = size.height() - 1 - y;
		return switch (this.code) {
			case 2 -> y * size.width() + right;
			case 3 -> down * size.width() + right;
			case 4 -> down * size.width() + x;
			case 5 -> x * size.height() + y;
			case 6 -> x * size.height() + down;
			case 7 -> right * size.height() + down;
			case 8 -> right * size.height() + y;
			default -> y * size.width() + x;
		};
	}

}
