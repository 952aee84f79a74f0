package org.rayonka.article.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.rayonka.article.MediaRefused;
import org.rayonka.article.darkroom.Darkroom;
import org.rayonka.article.darkroom.Format;
import org.rayonka.article.darkroom.PictureSize;
import org.rayonka.article.darkroom.PrintSizes;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * The prints of pictures in the widths that screens ask for, each made when it is first
 * asked for and kept. What was not made before a restart is made after it.
 */
@Service
class Renditions {

	private final MediaStore store;

	private final Media media;

	private final Darkroom darkroom;

	private final Workplaces workplaces;

	private final Workbench workbench;

	private final MeterRegistry meters;

	private final Once once = new Once();

	Renditions(MediaStore store, Media media, Darkroom darkroom, Workplaces workplaces, Workbench workbench,
			MeterRegistry meters) {
		this.store = store;
		this.workplaces = workplaces;
		this.media = media;
		this.darkroom = darkroom;
		this.workbench = workbench;
		this.meters = meters;
	}

	/**
	 * Whether prints of a kind can be made here.
	 * @param format the kind
	 * @return false for WebP where its programs do not run
	 */
	boolean makes(Format format) {
		return this.darkroom.prints().contains(format);
	}

	/**
	 * Makes a print, once however many ask for it.
	 * @param print that is not kept yet
	 * @return where it lies; fails with 404 when there is no such picture or it is not
	 * printed in that width
	 */
	Mono<Path> make(Rendition print) {
		return this.media.find(originals(print.hash()))
			.flatMap((found) -> Mono.justOrEmpty(found.values().stream().findFirst()))
			.filter((picture) -> PrintSizes.of(picture.size()).contains(print.width()))
			.switchIfEmpty(Mono.error(MediaRefused::notFound))
			.flatMap((picture) -> made(picture, print));
	}

	private static List<String> originals(String hash) {
		return Stream.of(Format.values())
			.filter(Format::picture)
			.map((format) -> "/media/" + hash + "." + format.extension())
			.toList();
	}

	private Mono<Path> made(StoredFile picture, Rendition print) {
		PictureSize widest = PrintSizes.widest(picture.size());
		Rendition first = new Rendition(print.hash(), widest.width(), Format.JPEG);
		Mono<Path> negative = once(first, this.store.find(picture.name()),
				(from, to) -> this.darkroom.print(from, picture.format(), picture.size(), to));
		return print.equals(first) ? negative : once(print, negative, (from, to) -> this.darkroom.reprint(from, widest,
				picture.size().ofWidth(print.width()), print.format(), to));
	}

	/**
	 * Prints a file into another.
	 */
	private interface Printing {

		void print(Path from, Path to) throws IOException;

	}

	private Mono<Path> once(Rendition print, Mono<Path> source, Printing printing) {
		Mono<Path> work = this.store.find(print.name())
			.switchIfEmpty(
					source.flatMap((from) -> this.workplaces.with((place) -> print(print, from, place, printing)))
						.then(this.store.find(print.name())));
		return this.once.by(print.name(), work);
	}

	private Mono<Void> print(Rendition print, Path from, Path place, Printing printing) {
		Path to = place.resolve(print.name());
		return this.workbench.run(() -> {
			printing.print(from, to);
			return to;
		}).flatMap((done) -> this.store.keep(print.name(), done)).doOnSuccess((done) -> count(print));
	}

	private void count(Rendition print) {
		this.meters.counter("rayonka.article.media.printed", "type", print.format().type()).increment();
	}

}
