package org.rayonka.article.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Copies of a bucket's files in the folder, within a bound: those that were asked for
 * longest ago go first.
 */
final class LocalCopies {

	/** Nobody who was told where a copy lies takes longer to open it. */
	private static final Duration IN_USE = Duration.ofMinutes(1);

	private final MediaFolder files;

	private final Path folder;

	private final long bound;

	/** The first file to come looks what was there before. */
	private final AtomicLong sinceTrimmed = new AtomicLong(Long.MAX_VALUE / 2);

	LocalCopies(Path folder, long bound) {
		this.files = new MediaFolder(folder);
		this.folder = folder;
		this.bound = bound;
	}

	Mono<Path> find(String name) {
		return this.files.find(name).flatMap((copy) -> Mono.fromCallable(() -> touched(copy)));
	}

	Mono<Void> keep(String name, Path file) {
		return Mono.fromCallable(() -> Files.size(file))
			.flatMap((bytes) -> this.files.keep(name, file).then(trimmedAfter(bytes)));
	}

	private static Path touched(Path copy) throws IOException {
		Instant now = Instant.now();
		if (Files.getLastModifiedTime(copy).toInstant().isBefore(now.minus(IN_USE.dividedBy(2)))) {
			Files.setLastModifiedTime(copy, FileTime.from(now));
		}
		return copy;
	}

	private Mono<Void> trimmedAfter(long bytes) {
		if (this.sinceTrimmed.addAndGet(bytes) < this.bound / 10) {
			return Mono.empty();
		}
		this.sinceTrimmed.set(0);
		return Mono.<Void>fromRunnable(this::trim).subscribeOn(Schedulers.boundedElastic());
	}

	private record Copy(Path file, long bytes, Instant asked) {

		static Copy of(Path file) {
			try {
				return new Copy(file, Files.size(file), Files.getLastModifiedTime(file).toInstant());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	private void trim() {
		try (Stream<Path> all = Files.find(this.folder, 2, (file, facts) -> facts.isRegularFile() && shelved(file))) {
			List<Copy> copies = all.map(Copy::of).sorted(Comparator.comparing(Copy::asked)).toList();
			long over = copies.stream().mapToLong(Copy::bytes).sum() - this.bound;
			Instant unused = Instant.now().minus(IN_USE);
			for (Copy copy : copies) {
				if (over > 0 && copy.asked().isBefore(unused)) {
					Files.deleteIfExists(copy.file());
					over -= copy.bytes();
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean shelved(Path file) {
		return file.getFileName().toString().startsWith(file.getName(file.getNameCount() - 2).toString());
	}

}
