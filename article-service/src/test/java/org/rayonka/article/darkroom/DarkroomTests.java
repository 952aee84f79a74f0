package org.rayonka.article.darkroom;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;

import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.IIOImage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Of a picture its pixels are kept, upright, and nothing else.
 */
class DarkroomTests {

	private static final int MID_GREY = 0x80;

	/** What a screen must show where a picture in linear light says {@link #MID_GREY}. */
	private static final int LIT_GREY = 0xBC;

	@TempDir
	Path folder;

	private Darkroom darkroom;

	@BeforeEach
	void open() {
		this.darkroom = new Darkroom(List.of(this.folder.resolve("programs")));
	}

	@Test
	void keepsOfAJpegItsPixelsAlone() throws IOException {
		byte[] plain = Pictures.jpeg(64, 48);
		CleanPicture clean = clean(Pictures.talkativeJpeg(plain, 1));
		assertSilent(clean);
		assertThat(clean.format()).isEqualTo(Format.JPEG);
		assertThat(Files.readAllBytes(clean.file())).isEqualTo(plain);
	}

	@Test
	void keepsOfAPngItsPixelsAlone() throws IOException {
		byte[] plain = Pictures.png(64, 48);
		CleanPicture clean = clean(Pictures.talkativePng(plain, 1));
		assertSilent(clean);
		assertThat(clean.format()).isEqualTo(Format.PNG);
		assertThat(Files.readAllBytes(clean.file())).isEqualTo(plain);
	}

	@Test
	void keepsOfAWebpItsPixelsAsAJpeg() throws IOException {
		byte[] plain = Pictures.webp(64, 48);
		CleanPicture clean = clean(Pictures.talkativeWebp(plain, new PictureSize(64, 48), 1));
		assertSilent(clean);
		assertThat(clean.format()).isEqualTo(Format.JPEG);
		assertThat(clean.size()).isEqualTo(new PictureSize(64, 48));
		assertQuarters(clean.file(), 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF);
	}

	@ParameterizedTest
	@EnumSource(names = { "JPEG", "PNG", "WEBP" })
	void turnsAPictureThatWasTakenLying(Format format) throws IOException {
		CleanPicture clean = clean(switch (format) {
			case JPEG -> Pictures.talkativeJpeg(Pictures.jpeg(64, 48), 6);
			case PNG -> Pictures.talkativePng(Pictures.png(64, 48), 6);
			default -> Pictures.talkativeWebp(Pictures.webp(64, 48), new PictureSize(64, 48), 6);
		});
		assertSilent(clean);
		assertThat(clean.size()).isEqualTo(new PictureSize(48, 64));
		assertQuarters(clean.file(), 0x0000FF, 0xFF0000, 0xFFFFFF, 0x00FF00);
		assertQuarters(clean.print(), 0x0000FF, 0xFF0000, 0xFFFFFF, 0x00FF00);
	}

	@Test
	void knowsAllWaysToHoldACamera() throws IOException {
		int[][] corners = { { 0, 1, 2, 3 }, { 1, 0, 3, 2 }, { 3, 2, 1, 0 }, { 2, 3, 0, 1 }, { 0, 2, 1, 3 },
				{ 2, 0, 3, 1 }, { 3, 1, 2, 0 }, { 1, 3, 0, 2 } };
		int[] colours = { 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF };
		for (int code = 1; code <= 8; code++) {
			int[] at = corners[code - 1];
			CleanPicture clean = clean(Pictures.talkativeJpeg(Pictures.jpeg(64, 48), code));
			assertQuarters(clean.print(), colours[at[0]], colours[at[1]], colours[at[2]], colours[at[3]]);
		}
	}

	@Test
	void writesAnewWhatHidesBytesAmongItsPixels() throws IOException {
		byte[] jpeg = Pictures.jpeg(64, 48);
		byte[] hiding = Pictures.concat(Arrays.copyOf(jpeg, jpeg.length - 2), Pictures.ascii(Pictures.SECRET),
				new byte[] { (byte) 0xFF, (byte) 0xD9 });
		assertSilent(clean(hiding));
	}

	@Test
	void refusesSegmentsThatNoBrowserReads() {
		byte[] hiding = Pictures.withSegment(Pictures.jpeg(64, 48), 0xDC, Pictures.ascii(Pictures.SECRET));
		assertThatExceptionOfType(BrokenPicture.class).isThrownBy(() -> clean(hiding));
	}

	@Test
	void refusesPicturesThatEndEarly() {
		for (byte[] whole : List.of(Pictures.jpeg(200, 150), Pictures.png(200, 150), Pictures.webp(200, 150))) {
			for (int tenths = 2; tenths < 10; tenths++) {
				byte[] cut = Arrays.copyOf(whole, whole.length * tenths / 10);
				assertThatExceptionOfType(BrokenPicture.class).isThrownBy(() -> clean(cut, new PictureSize(200, 150)));
			}
		}
	}

	@Test
	void refusesAJpegThatWasCutAndClosedAgain() {
		byte[] jpeg = Pictures.jpeg(200, 150);
		byte[] cut = Arrays.copyOf(jpeg, jpeg.length * 8 / 10);
		byte[] closed = Pictures.concat(cut, new byte[] { (byte) 0xFF, (byte) 0xD9 });
		assertThatExceptionOfType(BrokenPicture.class).isThrownBy(() -> clean(closed));
	}

	@Test
	void refusesPixelsThatTheHeaderDoesNotKnow() {
		byte[] png = Pictures.png(64, 48);
		for (int height : new int[] { 1, 47, 49, 5000 }) {
			byte[] lying = png.clone();
			byte[] header = Arrays.copyOfRange(png, 16, 29);
			ByteBuffer.wrap(header).putInt(4, height);
			System.arraycopy(Pictures.chunk("IHDR", header), 0, lying, 8, 25);
			assertThatExceptionOfType(BrokenPicture.class).isThrownBy(() -> clean(lying));
		}
	}

	@Test
	void refusesAnAnimation() {
		byte[] webp = Pictures.talkativeWebp(Pictures.webp(64, 48), new PictureSize(64, 48), 1);
		webp[20] |= 2;
		assertThatExceptionOfType(BrokenPicture.class).isThrownBy(() -> clean(webp));
	}

	@Test
	void refusesTheColoursOfAPress() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		writer.setOutput(ImageIO.createImageOutputStream(out));
		Raster cmyk = Raster.createInterleavedRaster(0, 64, 48, 4, null);
		writer.write(null, new IIOImage(cmyk, null, null), null);
		writer.dispose();
		byte[] jpeg = out.toByteArray();
		assertThatExceptionOfType(BrokenPicture.class).isThrownBy(() -> clean(jpeg)).withMessageContaining("CMYK");
	}

	@Test
	void answersDamageOfAnyKindAsDamage() {
		Random random = new Random(20261126);
		for (byte[] whole : List.of(Pictures.talkativeJpeg(Pictures.jpeg(64, 48), 3),
				Pictures.talkativePng(Pictures.png(64, 48), 3), Pictures.talkativeJpeg(Pictures.jpeg(9, 9), 1))) {
			for (int i = 0; i < 400; i++) {
				byte[] damaged = whole.clone();
				for (int j = 0; j < 1 + i % 5; j++) {
					damaged[12 + random.nextInt(damaged.length - 12)] = (byte) random.nextInt();
				}
				cleanOrRefuse(damaged);
			}
		}
	}

	@Test
	void keepsAProfileAndPrintsInTheColoursOfScreens() throws IOException {
		byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
		BufferedImage grey = grey(BufferedImage.TYPE_3BYTE_BGR);
		byte[] jpeg = Pictures.withSegment(Pictures.written(grey, "jpg"), 0xE2,
				Pictures.concat(Pictures.ascii("ICC_PROFILE\0\1\1"), profile));
		CleanPicture clean = clean(jpeg);
		assertThat(Files.readAllBytes(clean.file())).containsSequence(profile);
		assertGrey(clean.print(), LIT_GREY);
		CleanPicture cleanPng = clean(Pictures.withChunk(Pictures.written(grey, "png"), "iCCP",
				Pictures.concat(Pictures.ascii(Pictures.SECRET + "\0\0"), deflated(profile))));
		assertSilent(cleanPng);
		assertThat(Files.readAllBytes(cleanPng.file())).containsSequence(Pictures.ascii("iCCPprofile"));
		assertGrey(cleanPng.print(), LIT_GREY);
	}

	@Test
	void printsGreyAsItIs() throws IOException {
		for (int type : new int[] { BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY,
				BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_BYTE_INDEXED }) {
			assertGrey(clean(Pictures.written(grey(type), "png")).print(), MID_GREY);
		}
		assertGrey(clean(Pictures.written(grey(BufferedImage.TYPE_BYTE_GRAY), "jpg")).print(), MID_GREY);
	}

	@Test
	void laysWhatIsTransparentOnWhite() throws IOException {
		BufferedImage glass = new BufferedImage(64, 48, BufferedImage.TYPE_4BYTE_ABGR);
		assertGrey(clean(Pictures.written(glass, "png")).print(), 0xFF);
	}

	@ParameterizedTest
	@ValueSource(ints = { 2000, 1600, 700, 100 })
	void printsNoWiderThanThePicture(int width) throws IOException {
		PictureSize size = new PictureSize(width, width * 3 / 4);
		CleanPicture clean = clean(Pictures.jpeg(width, width * 3 / 4));
		PictureSize widest = PrintSizes.widest(size);
		assertThat(widest.width()).isEqualTo(Math.min(width, 1600));
		assertThat(sizeOf(clean.print(), Format.JPEG)).isEqualTo(widest);
		for (int other : PrintSizes.of(size)) {
			for (Format format : this.darkroom.prints()) {
				Path print = this.folder.resolve(other + "." + format.extension());
				this.darkroom.reprint(clean.print(), widest, size.ofWidth(other), format, print);
				assertThat(Format.of(Files.readAllBytes(print))).contains(format);
				assertThat(sizeOf(print, format)).isEqualTo(size.ofWidth(other));
			}
		}
	}

	@Test
	void makesJpegAloneWhereItsProgramsDoNotRun() throws IOException {
		Path file = Files.write(this.folder.resolve("file"), new byte[0]);
		Darkroom bare = new Darkroom(List.of(file.resolve("programs")));
		assertThat(bare.prints()).containsExactly(Format.JPEG);
		assertThat(bare.reads(Format.WEBP)).isFalse();
		assertThat(this.darkroom.prints()).containsExactly(Format.WEBP, Format.JPEG);
	}

	private CleanPicture clean(byte[] bytes) throws IOException {
		Path file = Files.write(this.folder.resolve("upload"), bytes);
		return this.darkroom.clean(file, Format.of(bytes).orElseThrow(),
				PictureSize.of(file, Format.of(bytes).orElseThrow()));
	}

	private CleanPicture clean(byte[] bytes, PictureSize size) throws IOException {
		Path file = Files.write(this.folder.resolve("upload"), bytes);
		return this.darkroom.clean(file, Format.of(bytes).orElseThrow(), size);
	}

	private void cleanOrRefuse(byte[] bytes) {
		try {
			assertSilent(clean(bytes, new PictureSize(64, 48)));
		}
		catch (BrokenPicture ex) {
			assertThat(ex).hasMessageNotContaining("null");
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static PictureSize sizeOf(Path file, Format format) throws IOException {
		return PictureSize.of(file, format);
	}

	private static void assertSilent(CleanPicture clean) throws IOException {
		for (Path file : List.of(clean.file(), clean.print())) {
			String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
			assertThat(bytes).doesNotContain(Pictures.SECRET).doesNotContain("Exif").doesNotContain("script");
		}
	}

	private static void assertQuarters(Path file, int... colours) throws IOException {
		BufferedImage image = Pictures.read(Files.readAllBytes(file));
		for (int quarter = 0; quarter < 4; quarter++) {
			int x = image.getWidth() * (1 + 2 * (quarter % 2)) / 4;
			int y = image.getHeight() * (1 + 2 * (quarter / 2)) / 4;
			assertColour(image.getRGB(x, y), colours[quarter]);
		}
	}

	private static void assertGrey(Path file, int grey) throws IOException {
		assertColour(Pictures.read(Files.readAllBytes(file)).getRGB(20, 20), grey * 0x010101);
	}

	private static void assertColour(int actual, int expected) {
		for (int shift = 0; shift <= 16; shift += 8) {
			assertThat((actual >> shift) & 0xFF).as("%06x for %06x", actual & 0xFFFFFF, expected)
				.isBetween(((expected >> shift) & 0xFF) - 4, ((expected >> shift) & 0xFF) + 4);
		}
	}

	private static BufferedImage grey(int type) {
		BufferedImage image = new BufferedImage(64, 48, type);
		boolean linear = image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
		for (int y = 0; y < 48; y++) {
			for (int x = 0; x < 64; x++) {
				if (linear) {
					image.getRaster().setSample(x, y, 0, (type == BufferedImage.TYPE_USHORT_GRAY) ? 0x8080 : MID_GREY);
				}
				else {
					image.setRGB(x, y, 0xFF000000 | MID_GREY * 0x010101);
				}
			}
		}
		return image;
	}

	private static byte[] deflated(byte[] bytes) {
		try (Deflater deflater = new Deflater()) {
			deflater.setInput(bytes);
			deflater.finish();
			byte[] room = new byte[bytes.length + 100];
			return Arrays.copyOf(room, deflater.deflate(room));
		}
	}

}
