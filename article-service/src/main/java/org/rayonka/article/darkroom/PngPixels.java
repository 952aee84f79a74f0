package org.rayonka.article.darkroom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unfolds the pixels of a PNG and throws them away, to know that there are as many as its
 * header says: fewer is a picture that was cut, more is a bomb or a hiding place.
 */
final class PngPixels implements AutoCloseable {

	/** Where the seven passes of Adam7 begin and how far they step (PNG, 8). */
	private static final int[][] ADAM7 = { { 0, 0, 8, 8 }, { 4, 0, 8, 8 }, { 0, 4, 4, 8 }, { 2, 0, 4, 4 },
			{ 0, 2, 2, 4 }, { 1, 0, 2, 2 }, { 0, 1, 1, 2 } };

	private final Inflater inflater = new Inflater();

	private final byte[] room = new byte[16_384];

	private long missing;

	PngPixels(byte[] header) throws BrokenPicture {
		if (header.length != 13) {
			throw new BrokenPicture("No IHDR");
		}
		ByteBuffer ihdr = ByteBuffer.wrap(header);
		int bits = ihdr.get(8) * samples(ihdr.get(9));
		this.missing = switch (ihdr.get(12)) {
			case 0 -> bytes(ihdr.getInt(0), ihdr.getInt(4), bits);
			case 1 -> interlaced(ihdr.getInt(0), ihdr.getInt(4), bits);
			default -> throw new BrokenPicture("An unknown interlacing");
		};
	}

	private static int samples(int colourType) throws BrokenPicture {
		return switch (colourType) {
			case 0, 3 -> 1;
			case 2 -> 3;
			case 4 -> 2;
			case 6 -> 4;
			default -> throw new BrokenPicture("An unknown colour type");
		};
	}

	/** Each row has a byte for its filter. */
	private static long bytes(long width, long height, int bits) {
		return (width == 0) ? 0 : height * (1 + (width * bits + 7) / 8);
	}

	private static long interlaced(int width, int height, int bits) {
		long sum = 0;
		for (int[] pass : ADAM7) {
			sum += bytes((width - pass[0] + pass[2] - 1) / pass[2], (height - pass[1] + pass[3] - 1) / pass[3], bits);
		}
		return sum;
	}

	void take(byte[] deflated, int length) throws IOException {
		if (this.inflater.finished() && length > 0) {
			throw new BrokenPicture("Data behind the pixels");
		}
		this.inflater.setInput(deflated, 0, length);
		try {
			for (int some = inflate(); some > 0; some = inflate()) {
				this.missing -= some;
			}
		}
		catch (DataFormatException ex) {
			throw new BrokenPicture("Pixels that cannot be unfolded", ex);
		}
		if (this.missing < 0 || this.inflater.getRemaining() > 0) {
			throw new BrokenPicture("More pixels than the header says");
		}
	}

	private int inflate() throws DataFormatException {
		return (this.missing < 0) ? 0 : this.inflater.inflate(this.room);
	}

	void complete() throws BrokenPicture {
		if (this.missing != 0 || !this.inflater.finished()) {
			throw new BrokenPicture("Fewer pixels than the header says");
		}
	}

	@Override
	public void close() {
		this.inflater.close();
	}

}
