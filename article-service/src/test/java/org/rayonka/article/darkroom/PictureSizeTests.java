package org.rayonka.article.darkroom;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;

import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Formats and sizes are read from headers, whatever follows them.
 */
class PictureSizeTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "jpg", "png" })
	void readsWhatImageIoWrites(String kind) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(321, 123, BufferedImage.TYPE_INT_RGB), kind, out);
		Format format = Format.of(out.toByteArray()).orElseThrow();
		assertThat(format.extension()).isEqualTo(kind);
		assertThat(size(out.toByteArray(), format)).isEqualTo(new PictureSize(321, 123));
	}

	@Test
	void readsWebp() throws IOException {
		byte[] lossy = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
		byte[] lossless = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
		assertThat(Format.of(lossy)).contains(Format.WEBP);
		assertThat(size(lossy, Format.WEBP)).isEqualTo(new PictureSize(1, 1));
		assertThat(size(lossless, Format.WEBP)).isEqualTo(new PictureSize(1, 1));
		assertThat(size(extended(4000, 3000), Format.WEBP)).isEqualTo(new PictureSize(4000, 3000));
	}

	@Test
	void refusesHeadersThatEndEarlyOrSayNothing() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "jpg", out);
		byte[] jpeg = out.toByteArray();
		assertThatIOException().isThrownBy(() -> size(Arrays.copyOf(jpeg, 30), Format.JPEG));
		assertThatIOException().isThrownBy(() -> size(Arrays.copyOf(extended(9, 9), 25), Format.WEBP));
		assertThatIOException().isThrownBy(() -> size(new byte[100], Format.PNG));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<svg xmlns='http://www.w3.org/2000/svg'/>", "GIF89a", "%PDF-1.7", "<html>", "", "PK" })
	void takesNothingElse(String head) {
		assertThat(Format.of(head.getBytes(StandardCharsets.UTF_8))).isEmpty();
	}

	private PictureSize size(byte[] bytes, Format format) throws IOException {
		return PictureSize.of(Files.write(this.folder.resolve("picture"), bytes), format);
	}

	private static byte[] extended(int width, int height) {
		ByteBuffer bytes = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
		bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII))
			.putInt(32)
			.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII));
		bytes.putInt(10).putInt(0);
		bytes.put((byte) (width - 1)).putShort((short) ((width - 1) >> 8));
		bytes.put((byte) (height - 1)).putShort((short) ((height - 1) >> 8));
		return bytes.array();
	}

}
