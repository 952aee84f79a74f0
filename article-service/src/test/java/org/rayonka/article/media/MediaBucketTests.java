package org.rayonka.article.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rayonka.article.MediaRefused;
import org.springframework.http.HttpStatus;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With a bucket the folder can be lost.
 */
class MediaBucketTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final String NAME = "0f".repeat(32) + ".mp4";

	@TempDir
	Path root;

	private final StandInS3 s3 = new StandInS3();

	private MediaBucket bucket;

	@BeforeEach
	void connect() {
		this.bucket = bucket(2_000);
	}

	@AfterEach
	void disconnect() {
		this.bucket.close();
		this.s3.close();
	}

	@Test
	void keepsAFileForGoodByASignedRequestToItsPath() throws IOException {
		keep(NAME, 1000);
		assertThat(this.s3.requests()).containsExactly("HEAD /papers/" + NAME, "PUT /papers/" + NAME + " video/mp4");
		FileSystemUtils.deleteRecursively(folder());
		assertThat(Objects.requireNonNull(find(NAME))).hasSize(1000).hasFileName(NAME);
		assertThat(this.s3.requests()).last().isEqualTo("GET /papers/" + NAME);
	}

	@Test
	void sendsAFileOnce() throws IOException {
		keep(NAME, 1000);
		keep(NAME, 1000);
		assertThat(this.s3.requests()).filteredOn((request) -> request.startsWith("PUT")).hasSize(1);
	}

	@Test
	void asksTheBucketOnceHoweverManyAskForAFile() throws IOException {
		keep(NAME, 1000);
		FileSystemUtils.deleteRecursively(folder());
		StepVerifier.create(Flux.range(0, 50).flatMap((i) -> this.bucket.find(NAME), 50))
			.expectNextCount(50)
			.expectComplete()
			.verify(PATIENCE);
		assertThat(find(NAME)).isNotNull();
		assertThat(this.s3.requests()).filteredOn((request) -> request.startsWith("GET")).hasSize(1);
	}

	@Test
	void findsNothingThatIsNotThere() {
		assertThat(find(NAME)).isNull();
	}

	@Test
	void answers503WhenTheBucketIsAway() {
		this.s3.close();
		StepVerifier.create(this.bucket.find(NAME)).verifyErrorSatisfies((ex) -> {
			assertThat(ex).isInstanceOf(MediaRefused.class);
			assertThat(((MediaRefused) ex).getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		});
	}

	@Test
	void keepsNoMoreCopiesThanItsBoundAndThoseThatWereAskedForLast() throws IOException {
		for (int i = 0; i < 4; i++) {
			String name = i + NAME.substring(1);
			keep(name, 600);
			Path copy = Objects.requireNonNull(find(name));
			Files.setLastModifiedTime(copy, FileTime.from(Instant.now().minus(Duration.ofHours(10 - i))));
		}
		assertThat(find("1" + NAME.substring(1))).exists();
		keep(NAME.replace("0f", "aa"), 600);
		assertThat(folder().resolve("1f").resolve("1" + NAME.substring(1))).exists();
		assertThat(folder().resolve("2f").resolve("2" + NAME.substring(1))).doesNotExist();
		assertThat(find("2" + NAME.substring(1))).exists();
	}

	private void keep(String name, int bytes) throws IOException {
		Path file = Files.write(this.root.resolve("upload"), new byte[bytes]);
		StepVerifier.create(this.bucket.keep(name, file)).expectComplete().verify(PATIENCE);
	}

	private @Nullable Path find(String name) {
		return this.bucket.find(name).block(PATIENCE);
	}

	private Path folder() {
		return this.root.resolve("media");
	}

	private MediaBucket bucket(long copies) {
		S3 s3 = new S3("papers", this.s3.url(), "us-east-1", "key", "secret", DataSize.ofBytes(copies));
		MediaProperties properties = new MediaProperties(folder(), DataSize.ofMegabytes(1), 1, s3);
		return new MediaBucket(s3.client(), s3.bucket(), new LocalCopies(folder(), copies), new Workplaces(properties));
	}

}
