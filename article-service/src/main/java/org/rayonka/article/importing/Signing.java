package org.rayonka.article.importing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.rayonka.article.author.Signatures;
import org.rayonka.article.writing.Slug;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Remembers for one import which names are authors, each asked for once.
 */
final class Signing {

	private static final int MOST = 10;

	private final Map<String, String> slugs = new ConcurrentHashMap<>();

	/**
	 * Learns the authors of a copy, and has those entered who are new.
	 * @param copy whose byline names them
	 * @param edition slug of the edition
	 * @param signatures that find and enter them
	 * @return when they are known
	 */
	Mono<Void> learn(Copy copy, String edition, Signatures signatures) {
		return Flux.fromIterable(names(copy))
			.filter((name) -> !this.slugs.containsKey(name))
			.concatMap((name) -> signatures.of(name, Slug.of(name), edition)
				.defaultIfEmpty("")
				.doOnNext((slug) -> this.slugs.put(name, slug)))
			.then();
	}

	/**
	 * The authors of a copy, once they are learnt.
	 * @return slugs in the byline's order, empty unless each of its names is an author
	 */
	List<String> of(Copy copy) {
		List<String> known = names(copy).stream()
			.map((name) -> Objects.requireNonNullElse(this.slugs.get(name), ""))
			.distinct()
			.toList();
		return (known.contains("") || known.size() > MOST) ? List.of() : known;
	}

	private static List<String> names(Copy copy) {
		return copy.post().labels().authors().stream().map((name) -> Words.ofHtml(name, 200)).toList();
	}

}
