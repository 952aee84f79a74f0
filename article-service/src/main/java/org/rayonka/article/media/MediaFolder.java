package org.rayonka.article.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A folder of files.
 */
final class MediaFolder implements MediaStore {

	private final Path folder;

	MediaFolder(Path folder) {
		this.folder = folder;
	}

	@Override
	public Mono<Void> keep(String name, Path file) {
		return Mono.fromCallable(() -> move(name, file)).subscribeOn(Schedulers.boundedElastic()).then();
	}

	@Override
	public Mono<Path> find(String name) {
		return Mono.fromCallable(() -> place(name))
			.filter(Files::isRegularFile)
			.subscribeOn(Schedulers.boundedElastic());
	}

	@Override
	public void close() {
		// nothing is open
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
