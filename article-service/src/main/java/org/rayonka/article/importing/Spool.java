package org.rayonka.article.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import org.rayonka.article.ImportRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Puts a file that is sent on the disk, since it is read several times.
 */
@Component
class Spool {

	private static final Logger log = LoggerFactory.getLogger(Spool.class);

	private final DataSize maxSize;

	Spool(ImportProperties properties) {
		this.maxSize = properties.maxSize();
	}

	/**
	 * Uses a file while it lies on the disk.
	 * @param body its bytes
	 * @param use what is done with it once it is whole
	 * @return what the use gives; the file is gone afterwards, however it ended
	 */
	<T> Flux<T> use(Flux<DataBuffer> body, Function<Path, Flux<T>> use) {
		return Flux.usingWhen(blocking(() -> Files.createTempFile("import-", ".part")),
				(file) -> write(body, file).thenMany(Flux.defer(() -> use.apply(file))), Spool::remove);
	}

	private Mono<Void> write(Flux<DataBuffer> body, Path file) {
		AtomicLong bytes = new AtomicLong();
		return DataBufferUtils.write(
				body.map((buffer) -> bounded(buffer, bytes)).doOnDiscard(DataBuffer.class, DataBufferUtils::release),
				file);
	}

	private DataBuffer bounded(DataBuffer buffer, AtomicLong bytes) {
		if (bytes.addAndGet(buffer.readableByteCount()) > this.maxSize.toBytes()) {
			DataBufferUtils.release(buffer);
			throw ImportRefused.tooLarge(this.maxSize.toString());
		}
		return buffer;
	}

	private static Mono<Void> remove(Path file) {
		return Spool.<Boolean>blocking(() -> Files.deleteIfExists(file)).onErrorResume(IOException.class, (ex) -> {
			log.atWarn().addKeyValue("file", file).setCause(ex).log("an import's file could not be removed");
			return Mono.empty();
		}).then();
	}

	private static <T> Mono<T> blocking(Callable<T> work) {
		return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
	}

}
