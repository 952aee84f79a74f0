package org.rayonka.article.darkroom;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Copies of a WebP the chunks that a decoder needs (RFC 9649, 2) and nothing after its
 * end. EXIF, XMP and unknown chunks stay behind; animations are not taken.
 */
final class WebpCleaning {

	private static final Set<String> PIXELS = Set.of("VP8 ", "VP8L", "ALPH");

	private static final int PROFILE_FLAG = 0x20;

	private static final int ALPHA_FLAG = 0x10;

	private static final int HEAD = 8;

	private final DataInputStream in;

	private final RandomAccessFile out;

	private Orientation orientation = Orientation.UPRIGHT;

	private boolean profile;

	private boolean pixels;

	WebpCleaning(DataInputStream in, RandomAccessFile out) {
		this.in = in;
		this.out = out;
	}

	Orientation clean() throws IOException {
		byte[] head = new byte[HEAD + 4];
		this.in.readFully(head);
		this.out.write(head);
		long left = length(head, 4) - 4;
		if (left > Integer.MAX_VALUE) {
			throw new BrokenPicture("Longer than any picture");
		}
		while (left >= HEAD) {
			left -= chunk(left);
		}
		if (!this.pixels) {
			throw new BrokenPicture("No pixels");
		}
		writeLength(4, this.out.length() - HEAD);
		dropFlags();
		return this.orientation;
	}

	/** Takes a chunk and returns how many bytes it had. */
	private long chunk(long left) throws IOException {
		byte[] head = new byte[HEAD];
		this.in.readFully(head);
		String name = new String(head, 0, 4, StandardCharsets.ISO_8859_1);
		long length = length(head, 4);
		long padded = length + (length & 1);
		if (HEAD + length > left) {
			throw new BrokenPicture("A chunk longer than the picture");
		}
		if (name.startsWith("ANI") || name.startsWith("ANM")) {
			throw new BrokenPicture("An animation");
		}
		take(name, head, (int) length, (int) padded);
		return HEAD + padded;
	}

	private void take(String name, byte[] head, int length, int padded) throws IOException {
		if (PIXELS.contains(name) || (name.equals("VP8X") && length == 10)) {
			this.pixels |= name.startsWith("VP8") && !name.equals("VP8X");
			this.out.write(head);
			copy(length);
			pad(length);
			this.in.skipNBytes(padded - length);
		}
		else if ((name.equals("ICCP") || name.equals("EXIF")) && length <= ColourProfile.LIMIT) {
			byte[] data = new byte[padded];
			this.in.readFully(data);
			remember(name, head, Arrays.copyOf(data, length));
		}
		else {
			this.in.skipNBytes(padded);
		}
	}

	private void remember(String name, byte[] head, byte[] data) throws IOException {
		if (name.equals("EXIF")) {
			int from = (data.length > 6 && data[0] == 'E' && data[1] == 'x') ? 6 : 0;
			this.orientation = Orientation.of(Arrays.copyOfRange(data, from, data.length));
		}
		else if (!this.profile && ColourProfile.of(data).isPresent()) {
			this.profile = true;
			this.out.write(head);
			this.out.write(data);
			pad(data.length);
		}
	}

	private void copy(int length) throws IOException {
		byte[] room = new byte[8192];
		for (int left = length; left > 0;) {
			int some = Math.min(left, room.length);
			this.in.readFully(room, 0, some);
			this.out.write(room, 0, some);
			left -= some;
		}
	}

	private void pad(int length) throws IOException {
		if ((length & 1) == 1) {
			this.out.write(0);
		}
	}

	/** The extended header must not promise what was left behind. */
	private void dropFlags() throws IOException {
		byte[] name = new byte[4];
		this.out.seek(12);
		this.out.readFully(name);
		if (name[3] == 'X') {
			this.out.seek(20);
			int flags = this.out.read() & (ALPHA_FLAG | (this.profile ? PROFILE_FLAG : 0));
			this.out.seek(20);
			this.out.write(flags);
		}
	}

	private void writeLength(long at, long length) throws IOException {
		this.out.seek(at);
		this.out.writeInt(Integer.reverseBytes((int) length));
	}

	private static long length(byte[] bytes, int at) {
		long length = 0;
		for (int i = 3; i >= 0; i--) {
			length = (length << 8) | (bytes[at + i] & 0xFF);
		}
		return length;
	}

}
