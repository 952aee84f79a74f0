package org.rayonka.article.media;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import reactor.core.publisher.Mono;

/**
 * Work that many may ask for at the same time and that is done once for all of them, even
 * if those who asked first do not wait for it.
 */
final class Once {

	private final Map<String, Mono<Path>> running = new ConcurrentHashMap<>();

	/**
	 * Joins the work on a file, or starts it.
	 * @param name the file's
	 * @param work what is to be done
	 * @return what came of it
	 */
	Mono<Path> by(String name, Mono<Path> work) {
		return Mono.defer(() -> this.running.computeIfAbsent(name,
				(key) -> work.doFinally((signal) -> this.running.remove(key)).cache()));
	}

}
