package org.rayonka.article.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

import org.rayonka.article.importing.source.Entries;
import org.rayonka.article.importing.source.Entries.Format;
import org.rayonka.article.importing.source.Entry;
import org.rayonka.article.importing.source.SourceFile;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

/**
 * A file read from its beginning, no further than somebody asks for.
 */
final class Reading {

	private Reading() {
	}

	/**
	 * Reads a file.
	 * @param file on the disk
	 * @param told learns the format before the first entry
	 * @return what the file tells, on threads that may block
	 */
	static Flux<Entry> of(Path file, Consumer<Format> told) {
		return Flux
			.<Entry, Entries>using(() -> open(file, told), (entries) -> Flux.generate((sink) -> next(entries, sink)),
					Reading::close)
			.subscribeOn(Schedulers.boundedElastic());
	}

	private static Entries open(Path file, Consumer<Format> told) throws IOException {
		Entries entries = new SourceFile(file).open();
		told.accept(entries.format());
		return entries;
	}

	private static void next(Entries entries, SynchronousSink<Entry> sink) {
		try {
			Entry entry = entries.next();
			if (entry == null) {
				sink.complete();
			}
			else {
				sink.next(entry);
			}
		}
		catch (IOException ex) {
			sink.error(ex);
		}
	}

	private static void close(Entries entries) {
		try {
			entries.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
