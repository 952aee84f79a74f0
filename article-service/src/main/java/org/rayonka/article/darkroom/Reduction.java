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
		if (y == 0) {
			Arrays.fill(this.sum, 0);
			Arrays.fill(this.next, 0);
		}
		reduce(bgr);
		int row = this.rows.first(y);
		float there = this.rows.there(y);
		float over = this.rows.next(y);
		for (int i = 0; i < this.narrow.length; i++) {
			this.sum[i] += there * this.narrow[i];
			this.next[i] += over * this.narrow[i];
		}
		if (y + 1 == this.rows.length() || this.rows.first(y + 1) > row) {
			finish(row);
		}
	}

	private void reduce(byte[] bgr) {
		Arrays.fill(this.narrow, 0);
		for (int x = 0, from = 0; x < this.columns.length(); x++, from += BANDS) {
			int at = this.columns.first(x) * BANDS;
			float there = this.columns.there(x);
			float over = this.columns.next(x);
			for (int band = 0; band < BANDS; band++) {
				int value = bgr[from + band] & 0xFF;
				this.narrow[at + band] += there * value;
				if (over > 0) {
					this.narrow[at + BANDS + band] += over * value;
				}
			}
		}
	}

	private void finish(int row) {
		byte[] pixels = ((DataBufferByte) this.image.getRaster().getDataBuffer()).getData();
		for (int x = 0; x < this.to.width(); x++) {
			int at = this.orientation.place(x, row, this.to) * BANDS;
			for (int band = 0; band < BANDS; band++) {
				pixels[at + band] = (byte) Math.min(255, Math.round(this.sum[x * BANDS + band]));
			}
		}
		float[] done = this.sum;
		this.sum = this.next;
		this.next = done;
		Arrays.fill(this.next, 0);
	}

	BufferedImage image() {
		return this.image;
	}

}
