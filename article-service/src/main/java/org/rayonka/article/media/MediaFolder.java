package org.rayonka.article.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A folder of files: each lies once under its name and is never changed.
 */
@Component
class MediaFolder {

	private final Path folder;

	MediaFolder(MediaProperties properties) {
		this.folder = properties.folder();
	}

	/**
	 * Gives a file its place. It is on the disk when this completes, whatever happens
	 * then; a second time it changes nothing.
	 * @param name what it is called for good, beginning with its hash
	 * @param file all bytes, in a workplace
	 * @return when it is kept
	 */
	Mono<Void> keep(String name, Path file) {
		return Mono.fromCallable(() -> move(name, file)).subscribeOn(Schedulers.boundedElastic()).then();
	}

	/**
	 * Looks for a file.
	 * @param name beginning with its hash
	 * @return where it lies, empty when there is none
	 */
	Mono<Path> find(String name) {
		return Mono.fromCallable(() -> place(name))
			.filter(Files::isRegularFile)
			.subscribeOn(Schedulers.boundedElastic());
	}

	private Path move(String name, Path file) throws IOException {
		Path place = place(name);
		if (!Files.exists(place)) {
			Path shelf = Files.createDirectories(shelf(name));
			force(file, StandardOpenOption.WRITE);
			Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
			force(shelf, StandardOpenOption.READ);
		}
		return place;
	}

	private Path place(String name) {
		return shelf(name).resolve(name);
	}

	/** A folder of all files would be slow to list. */
	private Path shelf(String name) {
		return this.folder.resolve(name.substring(0, 2));
	}

	private static void force(Path path, StandardOpenOption option) throws IOException {
		try (FileChannel channel = FileChannel.open(path, option)) {
			channel.force(true);
		}
	}

}
