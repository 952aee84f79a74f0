package org.rayonka.article.darkroom;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Copies of a PNG the chunks that a decoder needs (PNG, 5) and nothing after its end.
 * Text, EXIF, dates, animation, private chunks and whatever comes twice stay behind.
 */
final class PngCleaning {

	private static final Set<String> KEPT = Set.of("PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "pHYs");

	/** Of the kept ones PLTE is the longest, the profile aside. */
	private static final int LONGEST = 1024;

	static final byte[] PROFILE_NAME = "profile\0\0".getBytes(StandardCharsets.US_ASCII);

	private final DataInputStream in;

	private final DataOutputStream out;

	private final CRC32 crc = new CRC32();

	private final Set<String> seen = new HashSet<>();

	private Orientation orientation = Orientation.UPRIGHT;

	PngCleaning(DataInputStream in, DataOutputStream out) {
		this.in = in;
		this.out = out;
	}

	Orientation clean() throws IOException {
		this.out.writeLong(this.in.readLong());
		int length = this.in.readInt();
		byte[] header = read(length, name(), 64);
		write("IHDR", header);
		try (PngPixels pixels = new PngPixels(header)) {
			length = this.in.readInt();
			for (String name = name(); !name.equals("IEND"); name = name()) {
				take(length, name, pixels);
				length = this.in.readInt();
			}
			pixels.complete();
		}
		write("IEND", new byte[0]);
		return this.orientation;
	}

	private void take(int length, String name, PngPixels pixels) throws IOException {
		if (length < 0) {
			throw new BrokenPicture("A chunk without a length");
		}
		if (name.equals("IDAT")) {
			copy(length, pixels);
		}
		else if (KEPT.contains(name) && this.seen.add(name)) {
			write(name, read(length, name, LONGEST));
		}
		else if (name.equals("iCCP") && this.seen.add(name) && length <= ColourProfile.LIMIT) {
			writeProfile(read(length, name, length));
		}
		else if (name.equals("eXIf") && length <= ColourProfile.LIMIT) {
			this.orientation = Orientation.of(read(length, name, length));
		}
		else if (Character.isUpperCase(name.charAt(0))) {
			throw new BrokenPicture("An unknown chunk that is needed");
		}
		else {
			this.in.skipNBytes(length + 4L);
		}
	}

	private String name() throws IOException {
		byte[] name = new byte[4];
		this.in.readFully(name);
		this.crc.reset();
		this.crc.update(name);
		return new String(name, StandardCharsets.ISO_8859_1);
	}

	private byte[] read(int length, String name, int bound) throws IOException {
		if (length < 0 || length > bound) {
			throw new BrokenPicture("Too long: " + name);
		}
		byte[] data = new byte[length];
		this.in.readFully(data);
		this.crc.update(data);
		check();
		return data;
	}

	private void check() throws IOException {
		if (this.in.readInt() != (int) this.crc.getValue()) {
			throw new BrokenPicture("A chunk whose sum is wrong");
		}
	}

	private void copy(int length, PngPixels pixels) throws IOException {
		this.out.writeInt(length);
		this.out.writeBytes("IDAT");
		byte[] room = new byte[8192];
		for (int left = length; left > 0;) {
			int some = Math.min(left, room.length);
			this.in.readFully(room, 0, some);
			this.crc.update(room, 0, some);
			pixels.take(room, some);
			this.out.write(room, 0, some);
			left -= some;
		}
		this.out.writeInt((int) this.crc.getValue());
		check();
	}

	/** Under a name of ours: it is free text. */
	private void writeProfile(byte[] chunk) throws IOException {
		int end = 0;
		while (end < chunk.length && chunk[end] != 0) {
			end++;
		}
		Optional<ColourProfile> profile = ColourProfile
			.inflated(Arrays.copyOfRange(chunk, Math.min(end + 2, chunk.length), chunk.length));
		if (profile.isPresent()) {
			byte[] deflated = profile.get().deflated();
			byte[] clean = Arrays.copyOf(PROFILE_NAME, PROFILE_NAME.length + deflated.length);
			System.arraycopy(deflated, 0, clean, PROFILE_NAME.length, deflated.length);
			write("iCCP", clean);
		}
	}

	private void write(String name, byte[] data) throws IOException {
		byte[] named = name.getBytes(StandardCharsets.ISO_8859_1);
		CRC32 sum = new CRC32();
		sum.update(named);
		sum.update(data);
		this.out.writeInt(data.length);
		this.out.write(named);
		this.out.write(data);
		this.out.writeInt((int) sum.getValue());
	}

}
