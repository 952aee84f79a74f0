package org.rayonka.article.darkroom;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Silences what an MP4 says of where, when and by whom it was taken (ISO 14496-12, 8.10
 * and 8.11). The bytes become zeros in their places, since the index of the frames counts
 * them.
 */
final class Mp4Cleaning {

	private static final Set<String> SPEAK_FROM_TOP = Set.of("ftyp", "moov", "mdat", "moof", "mfra", "sidx", "styp");

	private static final Set<String> SILENCED = Set.of("udta", "meta", "uuid", "free", "skip");

	private static final Set<String> ENTERED = Set.of("moov", "trak", "mdia", "minf", "moof", "traf");

	private static final int DEEPEST = 8;

	private static final int SHORT_HEAD = 8;

	private static final int LONG_HEAD = 16;

	private final DataInputStream in;

	private final DataOutputStream out;

	private final byte[] room = new byte[8192];

	Mp4Cleaning(DataInputStream in, DataOutputStream out) {
		this.in = in;
		this.out = out;
	}

	/**
	 * Copies a file.
	 * @param length of it
	 * @throws BrokenPicture when it is not made of boxes to its end
	 */
	void clean(long length) throws IOException {
		boxes(length, 0);
	}

	private void boxes(long length, int depth) throws IOException {
		if (depth > DEEPEST) {
			throw new BrokenPicture("Boxes in boxes without end");
		}
		long left = length;
		while (left > 0) {
			left -= box(left, depth);
		}
	}

	private long box(long left, int depth) throws IOException {
		long said = (left < SHORT_HEAD) ? -1 : Integer.toUnsignedLong(this.in.readInt());
		String name = (said < 0) ? "" : name();
		int head = (said == 1) ? LONG_HEAD : SHORT_HEAD;
		long size = (said == 0) ? left : (said == 1) ? this.in.readLong() : said;
		if (size < head || size > left) {
			throw new BrokenPicture("A box that does not end where it should");
		}
		boolean speaks = (depth == 0) ? SPEAK_FROM_TOP.contains(name) : !SILENCED.contains(name);
		head(head, size, speaks ? name : "free");
		if (speaks && ENTERED.contains(name)) {
			boxes(size - head, depth + 1);
		}
		else {
			copy(size - head, speaks);
		}
		return size;
	}

	private String name() throws IOException {
		byte[] name = new byte[4];
		this.in.readFully(name);
		return new String(name, StandardCharsets.ISO_8859_1);
	}

	private void head(int head, long size, String name) throws IOException {
		this.out.writeInt((head == LONG_HEAD) ? 1 : (int) size);
		this.out.writeBytes(name);
		if (head == LONG_HEAD) {
			this.out.writeLong(size);
		}
	}

	private void copy(long length, boolean speaks) throws IOException {
		byte[] silence = new byte[speaks ? 0 : this.room.length];
		for (long left = length; left > 0;) {
			int some = (int) Math.min(left, this.room.length);
			this.in.readFully(this.room, 0, some);
			this.out.write(speaks ? this.room : silence, 0, some);
			left -= some;
		}
	}

}
