package org.rayonka.article.media;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.rayonka.article.MediaRefused;
import org.rayonka.article.darkroom.Format;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * A bucket of an S3, for more than one instance or more files than a disk holds. What is
 * asked for is copied to the folder first, from where ranges are served and prints made.
 */
final class MediaBucket implements MediaStore {

	private static final Logger log = LoggerFactory.getLogger(MediaBucket.class);

	private final S3Client s3;

	private final String bucket;

	private final LocalCopies copies;

	private final Workplaces workplaces;

	private final Once once = new Once();

	MediaBucket(S3Client s3, String bucket, LocalCopies copies, Workplaces workplaces) {
		this.s3 = s3;
		this.bucket = bucket;
		this.copies = copies;
		this.workplaces = workplaces;
	}

	@Override
	public Mono<Void> keep(String name, Path file) {
		return called(() -> put(name, file)).then(this.copies.keep(name, file));
	}

	private boolean exists(String name) {
		try {
			this.s3.headObject((head) -> head.bucket(this.bucket).key(name));
			return true;
		}
		catch (NoSuchKeyException ex) {
			return false;
		}
	}

	private boolean put(String name, Path file) {
		if (!exists(name)) {
			this.s3.putObject((put) -> put.bucket(this.bucket).key(name).contentType(Format.ofName(name).type()), file);
		}
		return true;
	}

	@Override
	public Mono<Path> find(String name) {
		return this.copies.find(name).switchIfEmpty(this.once.by(name, fetched(name)));
	}

	private Mono<Path> fetched(String name) {
		return this.workplaces.with((place) -> fetch(name, place.resolve(name))).then(this.copies.find(name));
	}

	private Mono<Void> fetch(String name, Path to) {
		return called(() -> this.s3.getObject((get) -> get.bucket(this.bucket).key(name), to))
			.flatMap((got) -> this.copies.keep(name, to))
			.onErrorResume(NoSuchKeyException.class, (ex) -> Mono.empty());
	}

	private static MediaRefused away(Throwable cause) {
		log.atWarn().setCause(cause).log("the bucket does not answer");
		return MediaRefused.away();
	}

	private static <T> Mono<T> called(Callable<T> call) {
		return Mono.fromCallable(call)
			.subscribeOn(Schedulers.boundedElastic())
			.onErrorMap((ex) -> ex instanceof SdkException && !(ex instanceof NoSuchKeyException), MediaBucket::away);
	}

	@Override
	public void close() {
		this.s3.close();
	}

}
