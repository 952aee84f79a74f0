package org.rayonka.article.darkroom;

/**
 * How the pixels of a long line fall on those of a shorter one: each on one, or in parts
 * on two neighbours.
 */
final class Shares {

	private final int[] first;

	private final float[] there;

	private final float[] next;

	/**
	 * Divides a line.
	 * @param from how many pixels it has
	 * @param to how many the shorter line has
	 */
	Shares(int from, int to) {
		this.first = new int[from];
		this.there = new float[from];
		this.next = new float[from];
		double scale = (double) to / from;
		for (int at = 0; at < from; at++) {
			int pixel = Math.min((int) (at * scale), to - 1);
			double over = Math.max(0, (at + 1) * scale - (pixel + 1));
			this.first[at] = pixel;
			this.there[at] = (float) (scale - over);
			this.next[at] = (pixel + 1 < to) ? (float) over : 0;
		}
	}

	int length() {
		return this.first.length;
	}

	/** The shorter line's pixel on which one begins. */
	int first(int at) {
		return this.first[at];
	}

	/** Which part of the shorter line's pixel it covers there. */
	float there(int at) {
		return this.there[at];
	}

	/** Which part of the pixel after it. */
	float next(int at) {
		return this.next[at];
	}

}
