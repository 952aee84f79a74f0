package org.rayonka.article.author;

import java.util.Set;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives those who signed articles elsewhere their entries here.
 */
@Component
public class Signatures {

	/** Whom systems name when nobody has signed. */
	private static final Set<String> NOBODY = Set.of("admin", "administrator", "webmaster", "root");

	private static final int LONGEST = 100;

	private final DatabaseClient database;

	Signatures(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * The author who signs so in an edition, with an empty entry when there was none.
	 * @param name as it stood in the byline
	 * @param wanted the slug that a new entry should have
	 * @param edition slug of the edition
	 * @return the author's slug, empty when the name is nobody's, or too odd for an entry
	 */
	public Mono<String> of(String name, String wanted, String edition) {
		if (name.length() > LONGEST || name.isBlank() || name.matches(".*[,;@/].*") || NOBODY.contains(wanted)) {
			return Mono.empty();
		}
		return known(name, edition).switchIfEmpty(Flux.just(wanted, wanted + "-" + edition)
			.filter((candidate) -> candidate.matches("[a-z][a-z0-9-]{1,63}"))
			.concatMap((candidate) -> add(candidate, edition, name))
			.next());
	}

	private Mono<String> known(String name, String edition) {
		return this.database
			.sql("select slug from author where edition = :edition and name = :name order by slug limit 1")
			.bind("edition", edition)
			.bind("name", name)
			.mapValue(String.class)
			.one();
	}

	/** Empty when the slug is another one's; two that add the same at once agree. */
	private Mono<String> add(String slug, String edition, String name) {
		return this.database
			.sql("insert into author (slug, edition, name, position, about) values (:slug, :edition, :name, '', '') "
					+ "on conflict (slug) do update set name = excluded.name where author.name = excluded.name "
					+ "and author.edition = excluded.edition returning slug")
			.bind("slug", slug)
			.bind("edition", edition)
			.bind("name", name)
			.mapValue(String.class)
			.one();
	}

}
