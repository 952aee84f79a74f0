package org.rayonka.article.media;

import java.nio.file.Path;

import reactor.core.publisher.Mono;

/**
 * Where files lie for good: each once under its name, and never changed.
 */
sealed interface MediaStore extends AutoCloseable permits MediaFolder, MediaBucket {

	/**
	 * Gives a file its place. It is kept when this completes, whatever happens then; a
	 * second time it changes nothing.
	 * @param name what it is called for good, beginning with its hash
	 * @param file all bytes, in a workplace
	 * @return when it is kept
	 */
	Mono<Void> keep(String name, Path file);

	/**
	 * Looks for a file.
	 * @param name beginning with its hash
	 * @return where it can be read, empty when there is none
	 */
	Mono<Path> find(String name);

	@Override
	void close();

}
