package org.rayonka.article;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
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
		byte[] video = Arrays.copyOf("\0\0\0\u0018ftypmp42\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1), 5000);
		ByteBuffer.wrap(video).putLong(1000, UUID.randomUUID().getMostSignificantBits());
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
	void refusesAPictureThatUnfoldsTooFar() {
		byte[] bomb = picture(10, 10);
		ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
		upload(bomb).expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
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
		assertThat(full.path("picture").toString())
			.isEqualTo("{\"url\":\"https://paper.example" + path + "\",\"width\":320,\"height\":200,\"alt\":\"Мост\"}");
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
