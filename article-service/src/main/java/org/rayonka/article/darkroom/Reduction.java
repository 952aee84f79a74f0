package org.rayonka.article.darkroom;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/**
 * Makes a picture smaller while its rows come in, by the average of the area that each
 * new pixel covers, and turns it upright. Only the smaller picture is in memory.
 */
final class Reduction {

	private static final int BANDS = 3;

	private final PictureSize to;

	private final Orientation orientation;

	private final boolean same;

	private final Shares columns;

	private final Shares rows;

	private final BufferedImage image;

	private final float[] narrow;

	private float[] sum;

	private float[] next;

	/**
	 * Starts.
	 * @param from the size of the picture whose rows will come
	 * @param to its size afterwards, not larger, before it is turned
	 * @param orientation how it is to be turned
	 */
	Reduction(PictureSize from, PictureSize to, Orientation orientation) {
		this.to = to;
		this.orientation = orientation;
		this.same = from.equals(to) && orientation.upright();
		this.columns = new Shares(from.width(), to.width());
		this.rows = new Shares(from.height(), to.height());
		PictureSize turned = orientation.turned(to);
		this.image = new BufferedImage(turned.width(), turned.height(), BufferedImage.TYPE_3BYTE_BGR);
		this.narrow = new float[to.width() * BANDS];
		this.sum = new float[this.narrow.length];
		this.next = new float[this.narrow.length];
	}

	/**
	 * Takes a row. They come in order; the first one starts anew, as each pass over a
	 * progressive picture does.
	 * @param y its number
	 * @param bgr its pixels
	 */
	void add(int y, byte[] bgr) {
		if (this.same) {
			System.arraycopy(bgr, 0, pixels(), y * this.narrow.length, this.narrow.length);
			return;
		}
		if (y == 0) {
			Arrays.fill(this.sum, 0);
			Arrays.fill(this.next, 0);
		}
		reduce(bgr, this.narrow);
		int row = this.rows.first(y);
		gather(this.narrow, this.rows.there(y), this.sum);
		if (this.rows.next(y) > 0) {
			gather(this.narrow, this.rows.next(y), this.next);
		}
		if (y + 1 == this.rows.length() || this.rows.first(y + 1) > row) {
			finish(row);
		}
	}

	private void reduce(byte[] bgr, float[] into) {
		Arrays.fill(into, 0);
		for (int x = 0, from = 0; x < this.columns.length(); x++, from += BANDS) {
			int at = this.columns.first(x) * BANDS;
			share(bgr, from, this.columns.there(x), into, at);
			if (this.columns.next(x) > 0) {
				share(bgr, from, this.columns.next(x), into, at + BANDS);
			}
		}
	}

	private static void share(byte[] bgr, int from, float part, float[] into, int at) {
		into[at] += part * (bgr[from] & 0xFF);
		into[at + 1] += part * (bgr[from + 1] & 0xFF);
		into[at + 2] += part * (bgr[from + 2] & 0xFF);
	}

	private static void gather(float[] line, float part, float[] into) {
		for (int i = 0; i < line.length; i++) {
			into[i] += part * line[i];
		}
	}

	private void finish(int row) {
		int first = this.orientation.place(0, row, this.to) * BANDS;
		int step = this.orientation.place(1, row, this.to) * BANDS - first;
		write(this.sum, pixels(), first, step - BANDS);
		float[] done = this.sum;
		this.sum = this.next;
		this.next = done;
		Arrays.fill(this.next, 0);
	}

	private static void write(float[] line, byte[] pixels, int first, int skip) {
		int at = first;
		for (int i = 0; i < line.length; i += BANDS, at += skip) {
			for (int band = 0; band < BANDS; band++) {
				pixels[at++] = (byte) Math.min(255, (int) (line[i + band] + 0.5F));
			}
		}
	}

	private byte[] pixels() {
		return ((DataBufferByte) this.image.getRaster().getDataBuffer()).getData();
	}

	BufferedImage image() {
		return this.image;
	}

}
