package org.rayonka.article.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.MeterRegistry;
import org.rayonka.article.MediaRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Takes files in, without ever holding one in memory.
 */
@Service
public class Uploads {

	private static final Logger log = LoggerFactory.getLogger(Uploads.class);

	private final MediaFolder folder;

	private final Media media;

	private final DataSize maxSize;

	private final MeterRegistry meters;

	Uploads(MediaFolder folder, Media media, MediaProperties properties, MeterRegistry meters) {
		this.folder = folder;
		this.media = media;
		this.maxSize = properties.maxSize();
		this.meters = meters;
	}

	/**
	 * Stores a file.
	 * @param body its bytes
	 * @return what is known of it, once it is kept for good
	 */
	public Mono<StoredFile> take(Flux<DataBuffer> body) {
		return Mono.usingWhen(blocking(this.folder::incoming), (file) -> write(body, file), Uploads::remove)
			.flatMap((stored) -> this.media.add(stored).doOnNext(this::count).thenReturn(stored));
	}

	private Mono<StoredFile> write(Flux<DataBuffer> body, Path file) {
		AtomicLong bytes = new AtomicLong();
		Flux<DataBuffer> bounded = body.map((buffer) -> bounded(buffer, bytes))
			.doOnDiscard(DataBuffer.class, DataBufferUtils::release);
		return DataBufferUtils.write(bounded, file).then(blocking(() -> this.folder.store(file)));
	}

	private DataBuffer bounded(DataBuffer buffer, AtomicLong bytes) {
		if (bytes.addAndGet(buffer.readableByteCount()) > this.maxSize.toBytes()) {
			DataBufferUtils.release(buffer);
			throw MediaRefused.tooLarge(this.maxSize.toString());
		}
		return buffer;
	}

	private void count(boolean added) {
		this.meters.counter("rayonka.article.media.stored", "known", Boolean.toString(!added)).increment();
	}

	private static Mono<Void> remove(Path file) {
		return Uploads.<Boolean>blocking(() -> Files.deleteIfExists(file)).onErrorResume(IOException.class, (ex) -> {
			log.atWarn().addKeyValue("file", file).setCause(ex).log("an upload's rest could not be removed");
			return Mono.empty();
		}).then();
	}

	private static <T> Mono<T> blocking(Callable<T> work) {
		return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
	}

}
