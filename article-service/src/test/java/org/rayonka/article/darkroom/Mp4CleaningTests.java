package org.rayonka.article.darkroom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.rayonka.article.darkroom.Pictures.ascii;
import static org.rayonka.article.darkroom.Pictures.box;
import static org.rayonka.article.darkroom.Pictures.concat;

/**
 * A video keeps its frames, each in its place, and says nothing else.
 */
class Mp4CleaningTests {

	private static final byte[] TYPE = box("ftyp", ascii("mp42"));

	private static final byte[] FRAMES = box("mdat", ascii("frames"));

	private static final byte[] INDEX = box("stbl", ascii("index"));

	@TempDir
	Path folder;

	@Test
	void silencesWhatPhonesSayAndMovesNothing() throws IOException {
		byte[] place = box("udta", box("\u00a9xyz", ascii(Pictures.SECRET)));
		byte[] maker = box("meta", box("keys", ascii(Pictures.SECRET)));
		byte[] track = box("trak", box("mdia", box("minf", INDEX)), place, maker);
		byte[] talkative = concat(TYPE, box("moov", box("mvhd", ascii("head")), track, place, maker),
				box("uuid", ascii(Pictures.SECRET)), box("xyz!", ascii(Pictures.SECRET)), FRAMES);
		String before = new String(talkative, StandardCharsets.ISO_8859_1);
		String after = new String(clean(talkative), StandardCharsets.ISO_8859_1);
		assertThat(after).doesNotContain(Pictures.SECRET).hasSameSizeAs(before);
		for (String kept : List.of("mp42", "head", "index", "frames")) {
			assertThat(after.indexOf(kept)).isPositive().isEqualTo(before.indexOf(kept));
		}
	}

	@Test
	void readsBothWaysToSayALength() throws IOException {
		byte[] openEnd = FRAMES.clone();
		ByteBuffer.wrap(openEnd).putInt(0);
		assertThat(clean(concat(TYPE, openEnd))).isEqualTo(concat(TYPE, FRAMES));
		byte[] wide = concat(new byte[] { 0, 0, 0, 1 }, ascii("mdat"), ByteBuffer.allocate(8).putLong(20).array(),
				ascii("many"));
		assertThat(clean(concat(TYPE, wide))).isEqualTo(concat(TYPE, wide));
	}

	@Test
	void refusesWhatDoesNotEndInABox() {
		byte[] whole = concat(TYPE, FRAMES);
		for (byte[] bad : List.of(Arrays.copyOf(whole, whole.length - 1), concat(whole, ascii("PK\3\4 an archive")),
				concat(whole, new byte[3]), concat(whole, new byte[] { 0, 0, 0, 4, 'f', 'r', 'e', 'e' }))) {
			assertThatExceptionOfType(BrokenPicture.class).isThrownBy(() -> clean(bad));
		}
	}

	@Test
	void refusesBoxesInBoxesWithoutEnd() {
		byte[] nested = box("moov");
		for (int i = 0; i < 1000; i++) {
			nested = box("moov", nested);
		}
		byte[] bad = concat(TYPE, nested);
		assertThatExceptionOfType(BrokenPicture.class).isThrownBy(() -> clean(bad));
	}

	private byte[] clean(byte[] video) throws IOException {
		Path file = Files.write(this.folder.resolve("upload"), video);
		Path clean = this.folder.resolve("clean");
		Cleaning.clean(file, clean, Format.MP4);
		return Files.readAllBytes(clean);
	}

}
