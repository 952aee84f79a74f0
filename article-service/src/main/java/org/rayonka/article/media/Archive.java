package org.rayonka.article.media;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps files that were found good, and then what is known of them: what the database
 * knows is there.
 */
@Component
class Archive {

	private final MediaStore store;

	private final Media media;

	private final MeterRegistry meters;

	Archive(MediaStore store, Media media, MeterRegistry meters) {
		this.store = store;
		this.media = media;
		this.meters = meters;
	}

	/**
	 * Keeps a file and its print.
	 * @param accepted a file that was found good
	 * @return what is known of it, once it is kept for good
	 */
	Mono<StoredFile> add(Reception.Accepted accepted) {
		return Flux.fromIterable(accepted.files())
			.concatMap((kept) -> this.store.keep(kept.name(), kept.file()))
			.then(this.media.add(accepted.stored()))
			.doOnNext(this::count)
			.thenReturn(accepted.stored());
	}

	private void count(boolean added) {
		this.meters.counter("rayonka.article.media.stored", "known", Boolean.toString(!added)).increment();
	}

}
