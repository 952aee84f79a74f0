package org.rayonka.article.darkroom;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * An ICC profile: without it the colours of many phones' pictures are wrong, so it stays,
 * if it is one and not something else in its place.
 */
final class ColourProfile {

	/** Those of cameras and screens have some kilobytes. */
	static final int LIMIT = 1 << 20;

	private static final int HEADER = 128;

	private final byte[] bytes;

	private ColourProfile(byte[] bytes) {
		this.bytes = bytes;
	}

	/**
	 * Takes a profile.
	 * @param bytes perhaps one
	 * @return empty when it is none (ICC.1, 7.2)
	 */
	static Optional<ColourProfile> of(byte[] bytes) {
		boolean profile = bytes.length > HEADER && bytes.length <= LIMIT
				&& ByteBuffer.wrap(bytes).getInt(0) == bytes.length
				&& Arrays.equals(bytes, 36, 40, new byte[] { 'a', 'c', 's', 'p' }, 0, 4);
		return profile ? Optional.of(new ColourProfile(bytes)) : Optional.empty();
	}

	/**
	 * Takes a compressed profile.
	 * @param deflated as PNG has it
	 * @return empty when it is none, or unfolds too far
	 */
	static Optional<ColourProfile> inflated(byte[] deflated) {
		try (Inflater inflater = new Inflater()) {
			inflater.setInput(deflated);
			byte[] room = new byte[LIMIT];
			int length = inflater.inflate(room);
			return inflater.finished() ? of(Arrays.copyOf(room, length)) : Optional.empty();
		}
		catch (DataFormatException ex) {
			return Optional.empty();
		}
	}

	/**
	 * As Java applies it.
	 * @return empty when it is not for red, green and blue, or is damaged
	 */
	Optional<ICC_Profile> forRgb() {
		try {
			ICC_Profile profile = ICC_Profile.getInstance(this.bytes);
			return (profile.getColorSpaceType() == ColorSpace.TYPE_RGB) ? Optional.of(profile) : Optional.empty();
		}
		catch (IllegalArgumentException | CMMException ex) {
			return Optional.empty();
		}
	}

	byte[] bytes() {
		return this.bytes;
	}

	byte[] deflated() {
		try (Deflater deflater = new Deflater()) {
			deflater.setInput(this.bytes);
			deflater.finish();
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			byte[] room = new byte[4096];
			while (!deflater.finished()) {
				out.write(room, 0, deflater.deflate(room));
			}
			return out.toByteArray();
		}
	}

}
