package org.rayonka.article.media;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Folders for files that are being worked on, on the disk where files lie for good, so
 * that they can be moved there in one step.
 */
@Component
class Workplaces {

	private static final Logger log = LoggerFactory.getLogger(Workplaces.class);

	/** Work older than this died with its process. */
	private static final Duration STALE = Duration.ofHours(6);

	private final Path folder;

	private final AtomicBoolean swept = new AtomicBoolean();

	Workplaces(MediaProperties properties) {
		this.folder = properties.folder().resolve("incoming");
	}

	/**
	 * Lends a folder.
	 * @param <T> of the result
	 * @param work what is done in it
	 * @return what came of it; the folder is gone by then
	 */
	<T> Mono<T> with(Function<Path, Mono<T>> work) {
		return Mono.usingWhen(onDisk(this::open), work, Workplaces::clear);
	}

	private Path open() throws IOException {
		Files.createDirectories(this.folder);
		if (this.swept.compareAndSet(false, true)) {
			sweep();
		}
		return Files.createTempDirectory(this.folder, "work-");
	}

	private void sweep() throws IOException {
		FileTime stale = FileTime.from(Instant.now().minus(STALE));
		try (DirectoryStream<Path> old = Files.newDirectoryStream(this.folder)) {
			for (Path workplace : old) {
				if (Files.getLastModifiedTime(workplace).compareTo(stale) < 0) {
					FileSystemUtils.deleteRecursively(workplace);
				}
			}
		}
	}

	private static Mono<Void> clear(Path workplace) {
		return onDisk(() -> FileSystemUtils.deleteRecursively(workplace)).onErrorResume(IOException.class, (ex) -> {
			log.atWarn().addKeyValue("folder", workplace).setCause(ex).log("a workplace could not be removed");
			return Mono.just(false);
		}).then();
	}

	private static <T> Mono<T> onDisk(Callable<T> work) {
		return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
	}

}
