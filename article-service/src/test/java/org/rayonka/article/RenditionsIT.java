package org.rayonka.article;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rayonka.article.darkroom.Format;
import org.rayonka.article.darkroom.PictureSize;
import org.rayonka.article.darkroom.Pictures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pictures come in the sizes that screens ask for.
 */
class RenditionsIT extends RunningService {

	@TempDir
	Path folder;

	@Autowired
	private MeterRegistry meters;

	@Test
	void comeInEveryWidthAndFormatThatTheArticleNames() throws IOException {
		JsonNode picture = article(upload(Pictures.jpeg(1100, 700))).path("picture");
		JsonNode renditions = picture.path("renditions");
		assertThat(renditions.path("widths").toString()).isEqualTo("[320,480,640,768,960,1100]");
		for (JsonNode width : renditions.path("widths")) {
			for (Format format : List.of(Format.WEBP, Format.JPEG)) {
				String path = renditions.path("template")
					.asString()
					.replace("https://paper.example", "")
					.replace("{width}", width.asString())
					.replace("{format}", format.extension());
				int height = Math.round(width.asInt() * 700F / 1100);
				assertThat(size(path, format)).isEqualTo(new PictureSize(width.asInt(), height));
			}
		}
	}

	@Test
	void reachTo1600PixelsAndNoFurtherThanThePicture() throws IOException {
		String large = name(upload(Pictures.jpeg(2000, 1000)));
		assertThat(size(large + "-1600.jpg", Format.JPEG)).isEqualTo(new PictureSize(1600, 800));
		String small = name(upload(Pictures.png(500, 300)));
		assertThat(size(small + "-480.webp", Format.WEBP)).isEqualTo(new PictureSize(480, 288));
		for (String none : List.of(large + "-2000.jpg", large + "-1601.jpg", large + "-321.webp", large + "-0.jpg",
				large + "-320.png", large + "-320.svg", small + "-640.jpg", small + "--320.jpg", small + "-0320.jpg",
				"/media/" + "0".repeat(64) + "-320.jpg")) {
			get(none, Map.of()).expectStatus().isNotFound();
		}
	}

	@Test
	void areMadeOnceHoweverManyAskAtOnce() {
		BufferedImage picture = Pictures.landscape(1303, 701);
		picture.setRGB(0, 0, ThreadLocalRandom.current().nextInt());
		String name = name(upload(Pictures.written(picture, "png")));
		double before = printed(Format.WEBP) + printed(Format.JPEG);
		IntStream.range(0, 50)
			.mapToObj((i) -> Thread.ofVirtual().start(() -> get(name + "-640.webp", Map.of()).expectStatus().isOk()))
			.toList()
			.forEach(RenditionsIT::join);
		assertThat(printed(Format.WEBP) + printed(Format.JPEG) - before).isEqualTo(1);
	}

	@Test
	void areMadeAgainFromTheOriginalWhenTheyWereLost() throws IOException {
		String name = name(upload(Pictures.png(1203, 701)));
		String hash = name.substring("/media/".length());
		size(name + "-640.webp", Format.WEBP);
		try (Stream<Path> files = Files.list(Path.of("target/media", hash.substring(0, 2)))) {
			for (Path print : files.filter((file) -> file.toString().contains(hash + "-")).toList()) {
				Files.delete(print);
			}
		}
		assertThat(size(name + "-480.webp", Format.WEBP)).isEqualTo(new PictureSize(480, 280));
		assertThat(size(name + "-1203.jpg", Format.JPEG)).isEqualTo(new PictureSize(1203, 701));
	}

	@Test
	void areKeptByReadersForGood() {
		String print = name(upload(Pictures.jpeg(700, 500))) + "-320.jpg";
		HttpHeaders headers = get(print, Map.of()).expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable")
			.expectHeader()
			.valueEquals("X-Content-Type-Options", "nosniff")
			.expectBody(byte[].class)
			.returnResult()
			.getResponseHeaders();
		get(print, Map.of(HttpHeaders.IF_NONE_MATCH, Objects.requireNonNull(headers.getETag()))).expectStatus()
			.isNotModified();
		get(print, Map.of(HttpHeaders.RANGE, "bytes=0-1")).expectStatus()
			.isEqualTo(HttpStatus.PARTIAL_CONTENT)
			.expectBody(byte[].class)
			.isEqualTo(new byte[] { (byte) 0xFF, (byte) 0xD8 });
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private double printed(Format format) {
		return this.meters.counter("rayonka.article.media.printed", "type", format.type()).count();
	}

	private JsonNode article(JsonNode stored) {
		Map<String, Object> text = new HashMap<>(text(edition(), "Мост открыли"));
		text.put("pictures", List
			.of(Map.of("path", stored.path("path").asString(), "alt", "Мост", "caption", "", "author", "П. Иванов")));
		return get("/api/v1/articles/" + step(draft(text), "publish", null).id());
	}

	private PictureSize size(String path, Format format) throws IOException {
		byte[] bytes = Objects.requireNonNull(get(path, Map.of()).expectStatus()
			.isOk()
			.expectHeader()
			.contentType(format.type())
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody());
		assertThat(Format.of(bytes)).contains(format);
		return PictureSize.of(Files.write(this.folder.resolve("print"), bytes), format);
	}

	private WebTestClient.ResponseSpec get(String path, Map<String, String> headers) {
		return http().get().uri(path).headers((all) -> headers.forEach(all::set)).exchange();
	}

	private JsonNode upload(byte[] bytes) {
		return body(call(HttpMethod.POST, "/api/v1/newsroom/media", CLIENT).bodyValue(bytes)
			.exchange()
			.expectStatus()
			.isCreated());
	}

	private static String name(JsonNode stored) {
		String path = stored.path("path").asString();
		return path.substring(0, path.lastIndexOf('.'));
	}

}
