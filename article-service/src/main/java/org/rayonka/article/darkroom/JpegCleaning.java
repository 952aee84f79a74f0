package org.rayonka.article.darkroom;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Copies of a JPEG what a decoder needs (T.81, B): tables, frame, scans, the colour
 * profile, and nothing after its end. EXIF, XMP, IPTC, comments, thumbnails and second
 * pictures stay behind.
 */
final class JpegCleaning {

	/** Programs write about ten; each costs the decoder a pass over all pixels. */
	private static final int MOST_SCANS = 24;

	/** Tables and frames whose every byte the decoder reads, and the start of a scan. */
	private static final Set<Integer> NEEDED = Set.of(0xC0, 0xC1, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD);

	private static final byte[] EXIF = ascii("Exif\0\0");

	private static final byte[] PROFILE = ascii("ICC_PROFILE\0");

	private static final int PROFILE_HEAD = PROFILE.length + 2;

	private static final int PROFILE_PART = 65_533 - PROFILE_HEAD;

	private final DataInputStream in;

	private final DataOutputStream out;

	private final ByteArrayOutputStream profile = new ByteArrayOutputStream();

	private Orientation orientation = Orientation.UPRIGHT;

	private int scans;

	JpegCleaning(DataInputStream in, DataOutputStream out) {
		this.in = in;
		this.out = out;
	}

	Orientation clean() throws IOException {
		this.out.writeShort(this.in.readUnsignedShort());
		int marker = marker();
		while (marker != 0xD9) {
			marker = step(marker);
		}
		if (this.scans == 0) {
			throw new BrokenPicture("No scan");
		}
		this.out.writeShort(0xFFD9);
		return this.orientation;
	}

	/** Takes a segment and returns the marker of the next. */
	private int step(int marker) throws IOException {
		if (marker < 0xE0 && !NEEDED.contains(marker)) {
			throw new BrokenPicture("A kind of JPEG that browsers do not show");
		}
		byte[] segment = segment();
		if (marker >= 0xE0) {
			application(marker, segment);
			return marker();
		}
		if (marker <= 0xC2) {
			frame(segment);
		}
		writeProfile();
		write(marker, segment);
		return (marker == 0xDA) ? scan() : marker();
	}

	/** Its sixth byte says how many colours each pixel has. */
	private static void frame(byte[] segment) throws BrokenPicture {
		if (segment.length > 5 && segment[5] == 4) {
			throw new BrokenPicture("Colours of a press (CMYK), which screens do not show: save it in RGB");
		}
	}

	private byte[] segment() throws IOException {
		int length = this.in.readUnsignedShort() - 2;
		if (length < 0) {
			throw new BrokenPicture("A segment without a length");
		}
		byte[] segment = new byte[length];
		this.in.readFully(segment);
		return segment;
	}

	private void application(int marker, byte[] segment) throws IOException {
		if (marker == 0xE0 && begins(segment, ascii("JFIF\0")) && segment.length >= 14) {
			byte[] head = Arrays.copyOf(segment, 14);
			Arrays.fill(head, 12, 14, (byte) 0);
			write(marker, head);
		}
		else if (marker == 0xEE && begins(segment, ascii("Adobe")) && segment.length >= 12) {
			write(marker, Arrays.copyOf(segment, 12));
		}
		else if (marker == 0xE1 && begins(segment, EXIF)) {
			this.orientation = Orientation.of(Arrays.copyOfRange(segment, EXIF.length, segment.length));
		}
		else if (marker == 0xE2 && begins(segment, PROFILE) && this.profile.size() <= ColourProfile.LIMIT) {
			this.profile.writeBytes(Arrays.copyOfRange(segment, PROFILE_HEAD, Math.max(PROFILE_HEAD, segment.length)));
		}
	}

	/** Once, before the first table. */
	private void writeProfile() throws IOException {
		byte[] bytes = ColourProfile.of(this.profile.toByteArray()).map(ColourProfile::bytes).orElse(new byte[0]);
		int parts = (bytes.length + PROFILE_PART - 1) / PROFILE_PART;
		for (int part = 0; part < parts; part++) {
			int from = part * PROFILE_PART;
			byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PROFILE_PART));
			this.out.writeShort(0xFFE2);
			this.out.writeShort(2 + PROFILE_HEAD + piece.length);
			this.out.write(PROFILE);
			this.out.writeByte(part + 1);
			this.out.writeByte(parts);
			this.out.write(piece);
		}
		this.profile.reset();
	}

	/** Copies coded data up to a marker that ends it. */
	private int scan() throws IOException {
		if (++this.scans > MOST_SCANS) {
			throw new BrokenPicture("More scans than any program writes");
		}
		while (true) {
			int next = this.in.readUnsignedByte();
			if (next == 0xFF) {
				next = code();
				if (next != 0 && (next < 0xD0 || next > 0xD7)) {
					return next;
				}
				this.out.writeByte(0xFF);
			}
			this.out.writeByte(next);
		}
	}

	private int marker() throws IOException {
		if (this.in.readUnsignedByte() != 0xFF) {
			throw new BrokenPicture("No marker");
		}
		return code();
	}

	/** What follows one or more 0xFF, the first of which was read. */
	private int code() throws IOException {
		int code = 0xFF;
		while (code == 0xFF) {
			code = this.in.readUnsignedByte();
		}
		return code;
	}

	private void write(int marker, byte[] segment) throws IOException {
		this.out.writeByte(0xFF);
		this.out.writeByte(marker);
		this.out.writeShort(segment.length + 2);
		this.out.write(segment);
	}

	private static boolean begins(byte[] segment, byte[] with) {
		return segment.length >= with.length && Arrays.equals(segment, 0, with.length, with, 0, with.length);
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
