package org.rayonka.article.darkroom;

/**
 * How the pixels of a long line fall on those of a shorter one: each on one, or in parts
 * on two neighbours.
 *
 * @param first the shorter line's pixel on which one begins
 * @param there which part of the shorter line's pixel it covers there
 * @param next which part of the one after it
 */
record Shares(int[] first, float[] there, float[] next) {

	static Shares of(int from, int to) {
		Shares shares = new Shares(new int[from], new float[from], new float[from]);
		double scale = (double) to / from;
		for (int at = 0; at < from; at++) {
			int pixel = Math.min((int) (at * scale), to - 1);
			double over = Math.max(0, (at + 1) * scale - (pixel + 1));
			shares.first[at] = pixel;
			shares.there[at] = (float) (scale - over);
			shares.next[at] = (pixel + 1 < to) ? (float) over : 0;
		}
		return shares;
	}

}
