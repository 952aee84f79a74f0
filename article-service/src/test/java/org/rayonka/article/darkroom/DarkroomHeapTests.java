package org.rayonka.article.darkroom;

import java.awt.image.BufferedImage;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two pictures of 40 megapixels at once need less heap than the service has to spare.
 */
class DarkroomHeapTests {

	private static final int WIDTH = 8000;

	private static final int HEIGHT = 5000;

	@TempDir
	Path folder;

	@Test
	void takesTheLargestPicturesInASmallHeap() throws Exception {
		Path png = png(this.folder.resolve("a.png"));
		Path jpeg = progressive(this.folder.resolve("b.jpg"));
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx48m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), Worker.class.getName(),
				png.toString(), jpeg.toString())
			.redirectErrorStream(true)
			.start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
		assertThat(process.exitValue()).as(said).isZero();
	}

	/** One row after the other, since the test has no such heap either. */
	private static Path png(Path file) throws IOException {
		Path pixels = file.resolveSibling("pixels");
		try (OutputStream out = new DeflaterOutputStream(Files.newOutputStream(pixels))) {
			byte[] row = new byte[1 + WIDTH * 3];
			for (int y = 0; y < HEIGHT; y++) {
				row[1 + y] = (byte) y;
				out.write(row);
			}
		}
		byte[] header = ByteBuffer.allocate(13).putInt(WIDTH).putInt(HEIGHT).put((byte) 8).put((byte) 2).array();
		byte[] magic = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };
		try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
			out.write(magic);
			out.write(Pictures.chunk("IHDR", header));
			out.write(Pictures.chunk("IDAT", Files.readAllBytes(pixels)));
			out.write(Pictures.chunk("IEND", new byte[0]));
		}
		return file;
	}

	private static Path progressive(Path file) throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
			ImageWriteParam how = writer.getDefaultWriteParam();
			how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
			writer.setOutput(out);
			writer.write(null, new IIOImage(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY), null, null),
					how);
		}
		finally {
			writer.dispose();
		}
		return file;
	}

	/**
	 * Cleans pictures as the service does, in a process with less heap.
	 */
	static final class Worker {

		private Worker() {
		}

		public static void main(String[] files) {
			Path first = Path.of(files[0]);
			Darkroom darkroom = new Darkroom(List.of(first.resolveSibling("programs")));
			Stream.of(files)
				.map((file) -> CompletableFuture.runAsync(() -> clean(darkroom, Path.of(file))))
				.toList()
				.forEach(CompletableFuture::join);
		}

		private static void clean(Darkroom darkroom, Path file) {
			try {
				Format format = Format.ofName(file.toString());
				PictureSize size = PictureSize.of(file, format);
				CleanPicture clean = darkroom.clean(file, format, size);
				IntStream.of(320, 1280).forEach((width) -> reprint(darkroom, clean, size, width));
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

		private static void reprint(Darkroom darkroom, CleanPicture clean, PictureSize size, int width) {
			try {
				darkroom.reprint(clean.print(), PrintSizes.widest(size), size.ofWidth(width), Format.WEBP,
						clean.print().resolveSibling(width + clean.format().extension()));
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
