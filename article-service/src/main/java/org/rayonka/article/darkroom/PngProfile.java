package org.rayonka.article.darkroom;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The colour profile of a PNG, which ImageIO does not heed, while it does a JPEG's.
 */
final class PngProfile {

	private static final int MAGIC = 8;

	private static final int PROFILE = 0x69434350;

	private static final int PIXELS = 0x49444154;

	private PngProfile() {
	}

	/**
	 * Makes the colours of prints those that screens take when nothing is said of them.
	 * @param png a clean PNG
	 * @param print of it; its pixels become sRGB
	 * @throws IOException when the disk fails
	 */
	static void apply(Path png, BufferedImage print) throws IOException {
		Optional<ICC_Profile> profile = of(png);
		if (profile.isPresent()) {
			ICC_Profile[] both = { profile.get(), ICC_Profile.getInstance(ColorSpace.CS_sRGB) };
			new ColorConvertOp(both, null).filter(print.getRaster(), print.getRaster());
		}
	}

	private static Optional<ICC_Profile> of(Path png) throws IOException {
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(png)))) {
			in.skipNBytes(MAGIC);
			while (true) {
				int length = in.readInt();
				int name = in.readInt();
				if (name == PIXELS) {
					return Optional.empty();
				}
				if (name == PROFILE) {
					return profile(in.readNBytes(length));
				}
				in.skipNBytes(length + 4L);
			}
		}
	}

	/** Behind a name and how it is compressed, as {@link PngCleaning} writes them. */
	private static Optional<ICC_Profile> profile(byte[] chunk) {
		int head = PngCleaning.PROFILE_NAME.length;
		return ColourProfile.inflated(Arrays.copyOfRange(chunk, head, chunk.length)).flatMap(ColourProfile::forRgb);
	}

}
