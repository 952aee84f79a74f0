package org.rayonka.article.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.spi.ConnectionFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rayonka.article.darkroom.Darkroom;
import org.rayonka.article.darkroom.Pictures;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.unit.DataSize;

/**
 * Where WebP cannot be written, pages that ask for it get their pictures nevertheless.
 */
class MediaControllerTests {

	private static final String HASH = "0f".repeat(32);

	@TempDir
	Path folder;

	@Test
	void givesAJpegForNowWhereWebpCannotBeWritten() throws IOException {
		byte[] print = Pictures.jpeg(320, 200);
		MediaFolder store = new MediaFolder(this.folder);
		store.keep(HASH + "-320.jpg", Files.write(this.folder.resolve("print"), print)).block();
		WebTestClient.bindToController(controller(store))
			.build()
			.get()
			.uri("/media/" + HASH + "-320.webp")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentType("image/jpeg")
			.expectHeader()
			.valueEquals(HttpHeaders.CACHE_CONTROL, "max-age=300, public")
			.expectBody(byte[].class)
			.isEqualTo(print);
	}

	/** The only folder for its programs is none, and no database is ever asked. */
	private MediaController controller(MediaFolder store) throws IOException {
		Path file = Files.write(this.folder.resolve("file"), new byte[0]);
		Darkroom bare = new Darkroom(List.of(file.resolve("programs")));
		MediaProperties properties = new MediaProperties(this.folder, DataSize.ofMegabytes(1), 1,
				new S3("", null, "", "", "", DataSize.ofMegabytes(1)));
		Media media = new Media(
				DatabaseClient.create(ConnectionFactories.get("r2dbc:postgresql://nobody@nowhere/article")),
				Clock.systemUTC());
		Workplaces workplaces = new Workplaces(properties);
		Workbench workbench = new Workbench();
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		Uploads uploads = new Uploads(workplaces, workbench, new Reception(bare, properties),
				new Archive(store, media, meters), properties);
		return new MediaController(store, new Renditions(store, media, bare, workplaces, workbench, meters), uploads,
				properties);
	}

}
