package org.rayonka.article;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.rayonka.article.darkroom.PictureSize;
import org.rayonka.article.darkroom.Pictures;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pictures and videos come in, are kept once and go out.
 */
class MediaIT extends RunningService {

	@Test
	void keepsAPictureOnceAndGivesItOutForGood() {
		byte[] picture = picture(64, 48);
		JsonNode stored = body(upload(picture).expectStatus().isCreated());
		assertThat(stored.path("path").asString()).matches("/media/[0-9a-f]{64}\\.png");
		assertThat(stored.path("width").asInt()).isEqualTo(64);
		assertThat(stored.path("height").asInt()).isEqualTo(48);
		assertThat(stored.path("type").asString()).isEqualTo("image/png");
		assertThat(body(upload(picture).expectStatus().isCreated())).isEqualTo(stored);
		String tag = http().get()
			.uri(stored.path("path").asString())
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable")
			.expectHeader()
			.contentType("image/png")
			.expectHeader()
			.valueEquals("X-Content-Type-Options", "nosniff")
			.expectHeader()
			.value("Content-Security-Policy", (policy) -> assertThat(policy).contains("sandbox", "default-src 'none'"))
			.expectBody(byte[].class)
			.isEqualTo(picture)
			.returnResult()
			.getResponseHeaders()
			.getETag();
		http().get()
			.uri(stored.path("path").asString())
			.header(HttpHeaders.IF_NONE_MATCH, String.valueOf(tag))
			.exchange()
			.expectStatus()
			.isNotModified();
	}

	@Test
	void givesOutPartsOfAVideo() {
		byte[] frames = new byte[4960];
		ByteBuffer.wrap(frames).putLong(960, UUID.randomUUID().getMostSignificantBits());
		byte[] video = Pictures.concat(Pictures.box("ftyp", Pictures.ascii("mp42\0\0\0\0mp42isom")),
				Pictures.box("free", new byte[0]), Pictures.box("mdat", frames));
		JsonNode stored = body(upload(video).expectStatus().isCreated());
		assertThat(stored.path("path").asString()).endsWith(".mp4");
		assertThat(stored.path("width").isNull()).isTrue();
		http().get()
			.uri(stored.path("path").asString())
			.header(HttpHeaders.RANGE, "bytes=1000-1007")
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.PARTIAL_CONTENT)
			.expectHeader()
			.valueEquals(HttpHeaders.CONTENT_RANGE, "bytes 1000-1007/5000")
			.expectBody(byte[].class)
			.isEqualTo(Arrays.copyOfRange(video, 1000, 1008));
	}

	@Test
	void refusesWhatIsTooLargeEvenWhenTheSenderDoesNotSay() {
		upload(new byte[(1 << 20) + 1]).expectStatus().isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
		Flux<DataBuffer> endless = Flux.range(0, 1000)
			.map((i) -> DefaultDataBufferFactory.sharedInstance.wrap(new byte[8192]));
		call(HttpMethod.POST, "/api/v1/newsroom/media", CLIENT).body(BodyInserters.fromDataBuffers(endless))
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
	}

	@Test
	void keepsNothingOfAPictureButThePicture() throws IOException {
		for (byte[] talkative : List.of(Pictures.talkativeJpeg(Pictures.jpeg(64, 48), 1),
				Pictures.talkativeJpeg(Pictures.jpeg(65, 48), 6), Pictures.talkativePng(Pictures.png(66, 48), 1),
				Pictures.talkativePng(Pictures.png(67, 48), 8),
				Pictures.talkativeWebp(Pictures.webp(68, 48), new PictureSize(68, 48), 1))) {
			String path = body(upload(talkative).expectStatus().isCreated()).path("path").asString();
			String print = path.replaceFirst("\\..*", "-");
			for (String name : List.of(path, print + "64.webp", print + "48.jpg")) {
				http().get().uri(name).exchange().expectStatus().value((status) -> assertThat(status).isIn(200, 404));
			}
			for (Path file : stored()) {
				assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).as(file.toString())
					.doesNotContain(Pictures.SECRET)
					.doesNotContain("Exif")
					.doesNotContain("<script");
			}
		}
	}

	@Test
	void turnsAPictureUprightAndSaysItsSizeThen() {
		JsonNode stored = body(upload(Pictures.talkativeJpeg(Pictures.jpeg(64, 48), 6)).expectStatus().isCreated());
		assertThat(stored.path("width").asInt()).isEqualTo(48);
		assertThat(stored.path("height").asInt()).isEqualTo(64);
	}

	@Test
	void keepsNothingOfWhatItRefuses() throws IOException {
		byte[] jpeg = Pictures.jpeg(200, 150);
		byte[] bomb = picture(10, 10);
		ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
		byte[] line = Pictures.png(510, 10);
		byte[] huge = jpeg.clone();
		int frame = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0");
		ByteBuffer.wrap(huge).putInt(frame + 5, -1);
		List<Path> before = stored();
		for (byte[] bad : List.of(bomb, line, huge, Arrays.copyOf(jpeg, jpeg.length / 2), Arrays.copyOf(jpeg, 20),
				Arrays.copyOf(Pictures.png(99, 99), 200), Arrays.copyOf(Pictures.webp(99, 99), 60), manyPixels())) {
			upload(bad).expectStatus()
				.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
				.expectHeader()
				.contentType(MediaType.APPLICATION_PROBLEM_JSON);
		}
		assertThat(stored()).isEqualTo(before);
		for (byte[] unfolded : List.of(bomb, huge)) {
			assertThat(body(upload(unfolded)).path("type").asString()).endsWith(":picture-too-many-pixels");
		}
	}

	/** A PNG that says 10 by 10 and unfolds to 512 MB. */
	private static byte[] manyPixels() throws IOException {
		ByteArrayOutputStream pixels = new ByteArrayOutputStream();
		try (DeflaterOutputStream out = new DeflaterOutputStream(pixels)) {
			for (int i = 0; i < 512; i++) {
				out.write(new byte[1 << 20]);
			}
		}
		byte[] head = Arrays.copyOf(picture(10, 10), 33);
		return Pictures.concat(head, Pictures.chunk("IDAT", pixels.toByteArray()), Pictures.chunk("IEND", new byte[0]));
	}

	/** All files, those that are being worked on too. */
	private static List<Path> stored() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("target/media"))) {
			return files.filter(Files::isRegularFile)
				.filter((file) -> !file.toString().contains("/programs/"))
				.sorted()
				.toList();
		}
	}

	@Test
	void refusesWhatIsNoPictureWhateverItIsCalled() {
		for (String text : List.of("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "GIF89a;", "<script>", "",
				"\u0089PNG")) {
			call(HttpMethod.POST, "/api/v1/newsroom/media", CLIENT).header(HttpHeaders.CONTENT_TYPE, "image/png")
				.bodyValue(text.getBytes(StandardCharsets.ISO_8859_1))
				.exchange()
				.expectStatus()
				.isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
		}
	}

	@Test
	void takesFilesFromNewsroomsOnly() {
		for (String token : List.of("reader.zarechye", "moderator.zarechye")) {
			call(HttpMethod.POST, "/api/v1/newsroom/media", token).bodyValue(picture(1, 1))
				.exchange()
				.expectStatus()
				.isForbidden();
		}
		call(HttpMethod.POST, "/api/v1/newsroom/media", null).bodyValue(picture(1, 1))
			.exchange()
			.expectStatus()
			.isUnauthorized();
	}

	@Test
	void knowsNoOtherPaths() {
		for (String name : List.of("x.png", "0".repeat(64) + ".png", "0".repeat(64) + ".svg", "..%2f..%2fetc%2fpasswd",
				"incoming", "%00")) {
			http().get()
				.uri(URI.create("http://localhost:" + this.port + "/media/" + name))
				.exchange()
				.expectStatus()
				.value((status) -> assertThat(status).isBetween(400, 404));
		}
	}

	@Test
	void showsPicturesWithTheirSize() {
		String path = body(upload(picture(320, 200)).expectStatus().isCreated()).path("path").asString();
		Map<String, Object> text = new HashMap<>(text(edition(), "Мост открыли"));
		text.put("pictures",
				List.of(Map.of("path", path, "alt", "Мост", "caption", "Новый мост", "author", "П. Иванов")));
		text.put("videos", List.of(Map.of("url", "https://vkvideo.ru/video-1_2", "title", "Открытие")));
		Known article = step(draft(text), "publish", null);
		JsonNode full = get("/api/v1/articles/" + article.id());
		assertThat(full.path("picture").toString()).isEqualTo("""
				{"url":"https://paper.example%s.png","width":320,"height":200,"alt":"Мост","renditions":\
				{"template":"https://paper.example%s-{width}.{format}","widths":[320],"formats":["webp","jpg"]}}"""
			.formatted(path.replace(".png", ""), path.replace(".png", "")));
		assertThat(full.path("pictures").path(0).path("renditions")).isEqualTo(full.path("picture").path("renditions"));
		assertThat(full.path("pictures").path(0).path("caption").asString()).isEqualTo("Новый мост");
		assertThat(full.path("videos").path(0).path("provider").asString()).isEqualTo("vk");
		assertThat(full.path("video").asBoolean()).isTrue();
	}

	private WebTestClient.ResponseSpec upload(byte[] bytes) {
		return call(HttpMethod.POST, "/api/v1/newsroom/media", CLIENT).bodyValue(bytes).exchange();
	}

	private static byte[] picture(int width, int height) {
		try {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
