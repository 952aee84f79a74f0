package org.rayonka.article.darkroom;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

/**
 * Pictures for tests, and what people and programs put into them.
 */
public final class Pictures {

	/** What must not be found in any stored byte. */
	public static final String SECRET = "54.9833N82.8964E";

	private Pictures() {
	}

	/**
	 * A landscape: red above left, green above right, blue below left, white below right.
	 * @param width in pixels
	 * @param height in pixels
	 * @return opaque
	 */
	public static BufferedImage landscape(int width, int height) {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
		int[] quarters = { 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF };
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				image.setRGB(x, y, quarters[2 * (2 * y / height) + 2 * x / width]);
			}
		}
		return image;
	}

	public static byte[] jpeg(int width, int height) {
		return written(landscape(width, height), "jpg");
	}

	public static byte[] png(int width, int height) {
		return written(landscape(width, height), "png");
	}

	public static byte[] webp(int width, int height) {
		try {
			Path folder = Files.createTempDirectory("webp");
			Path jpeg = Files.write(folder.resolve("a.jpg"), jpeg(width, height));
			PictureSize size = new PictureSize(width, height);
			WebpTools.unpack(List.of(folder)).orElseThrow().encode(jpeg, size, folder.resolve("a.webp"));
			return Files.readAllBytes(folder.resolve("a.webp"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static byte[] written(BufferedImage image, String kind) {
		try {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			ImageIO.write(image, kind, out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static BufferedImage read(byte[] bytes) {
		try {
			return ImageIO.read(new ByteArrayInputStream(bytes));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A JPEG with all that cameras and programs write into one, and things behind its
	 * end.
	 */
	public static byte[] talkativeJpeg(byte[] jpeg, int orientation) {
		byte[] talkative = jpeg;
		talkative = withSegment(talkative, 0xFE, ascii("comment " + SECRET));
		talkative = withSegment(talkative, 0xED, ascii("Photoshop 3.0\0 8BIM" + SECRET));
		talkative = withSegment(talkative, 0xEA, ascii("anything " + SECRET));
		talkative = withSegment(talkative, 0xE2, ascii("MPF\0" + SECRET));
		talkative = withSegment(talkative, 0xE2, ascii("ICC_PROFILE\0\1\1no profile " + SECRET));
		talkative = withSegment(talkative, 0xE1, ascii("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + SECRET));
		talkative = withSegment(talkative, 0xE1, concat(ascii("Exif\0\0"), exif(orientation)));
		return concat(talkative, jpeg, ascii("PK\3\4<script>alert('" + SECRET + "')</script>"));
	}

	/**
	 * A PNG with all that cameras and programs write into one, and things behind its end.
	 */
	public static byte[] talkativePng(byte[] png, int orientation) {
		byte[] talkative = png;
		for (Map.Entry<String, byte[]> chunk : Map
			.of("tEXt", ascii("Comment\0" + SECRET), "iTXt", ascii("XML:com.adobe.xmp\0\0\0\0\0" + SECRET), "zTXt",
					ascii("x\0\0" + SECRET), "eXIf", exif(orientation), "tIME", new byte[] { 7, 1, 1, 1, 1, 1, 1 },
					"caBX", ascii(SECRET), "iCCP", ascii("no profile\0\0" + SECRET))
			.entrySet()) {
			talkative = withChunk(talkative, chunk.getKey(), chunk.getValue());
		}
		return concat(talkative, ascii("PK\3\4<script>alert('" + SECRET + "')</script>"));
	}

	/** A WebP in its extended form, with what cameras write behind the pixels. */
	public static byte[] talkativeWebp(byte[] webp, PictureSize size, int orientation) {
		ByteBuffer head = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
		head.putInt(0x0C);
		head.putInt((size.width() - 1) | ((size.height() - 1) << 24)).putShort((short) ((size.height() - 1) >> 8));
		byte[] pixels = Arrays.copyOfRange(webp, 12, webp.length);
		byte[] chunks = concat(riff("VP8X", head.array()), pixels, riff("EXIF", exif(orientation)),
				riff("XMP ", ascii("<x:xmpmeta>" + SECRET)), riff("any ", ascii(SECRET)));
		return concat(riff("RIFF", concat(ascii("WEBP"), chunks)), ascii("<script>" + SECRET));
	}

	/** An EXIF block: how the camera was held, and where. */
	public static byte[] exif(int orientation) {
		byte[] place = ascii(SECRET);
		ByteBuffer block = ByteBuffer.allocate(64 + place.length).order(ByteOrder.BIG_ENDIAN);
		block.put(ascii("MM")).putShort((short) 42).putInt(8).putShort((short) 2);
		block.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
		block.putShort((short) 0x8825).putShort((short) 2).putInt(place.length).putInt(64);
		block.put(64, place);
		return block.array();
	}

	public static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
		byte[] head = { (byte) 0xFF, (byte) marker, (byte) ((data.length + 2) >> 8), (byte) (data.length + 2) };
		return concat(Arrays.copyOf(jpeg, 2), head, data, Arrays.copyOfRange(jpeg, 2, jpeg.length));
	}

	/** Behind the header, which is always as long. */
	public static byte[] withChunk(byte[] png, String name, byte[] data) {
		return concat(Arrays.copyOf(png, 33), chunk(name, data), Arrays.copyOfRange(png, 33, png.length));
	}

	public static byte[] chunk(String name, byte[] data) {
		byte[] named = concat(ascii(name), data);
		CRC32 sum = new CRC32();
		sum.update(named);
		byte[] length = ByteBuffer.allocate(4).putInt(data.length).array();
		return concat(length, named, ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
	}

	/** An MP4's box. */
	public static byte[] box(String name, byte[]... contents) {
		byte[] all = concat(contents);
		return concat(ByteBuffer.allocate(4).putInt(all.length + 8).array(), ascii(name), all);
	}

	private static byte[] riff(String name, byte[] data) {
		byte[] length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(data.length).array();
		return concat(ascii(name), length, data, new byte[data.length & 1]);
	}

	public static byte[] concat(byte[]... parts) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			all.writeBytes(part);
		}
		return all.toByteArray();
	}

	public static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

}
