package org.rayonka.article.media;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

import org.rayonka.article.MediaRefused;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes files in, without ever holding one in memory.
 */
@Service
public class Uploads {

	private final Workplaces workplaces;

	private final Workbench workbench;

	private final Reception reception;

	private final Archive archive;

	private final DataSize maxSize;

	Uploads(Workplaces workplaces, Workbench workbench, Reception reception, Archive archive,
			MediaProperties properties) {
		this.workplaces = workplaces;
		this.workbench = workbench;
		this.reception = reception;
		this.archive = archive;
		this.maxSize = properties.maxSize();
	}

	/**
	 * Stores a file.
	 * @param body its bytes
	 * @return what is known of it, once it is kept for good
	 */
	public Mono<StoredFile> take(Flux<DataBuffer> body) {
		return this.workplaces.with((place) -> receive(body, place.resolve("upload")));
	}

	private Mono<StoredFile> receive(Flux<DataBuffer> body, Path upload) {
		AtomicLong bytes = new AtomicLong();
		Flux<DataBuffer> bounded = body.map((buffer) -> bounded(buffer, bytes))
			.doOnDiscard(DataBuffer.class, DataBufferUtils::release);
		return DataBufferUtils.write(bounded, upload)
			.then(this.workbench.run(() -> this.reception.judge(upload)))
			.flatMap(this.archive::add);
	}

	private DataBuffer bounded(DataBuffer buffer, AtomicLong bytes) {
		if (bytes.addAndGet(buffer.readableByteCount()) > this.maxSize.toBytes()) {
			DataBufferUtils.release(buffer);
			throw MediaRefused.tooLarge(this.maxSize.toString());
		}
		return buffer;
	}

}
