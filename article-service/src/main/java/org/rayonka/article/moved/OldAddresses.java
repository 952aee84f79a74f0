package org.rayonka.article.moved;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Where readers of old sites found what are articles here now. Addresses that an article
 * had on this platform are not among them.
 */
@Repository
public class OldAddresses {

	private final DatabaseClient database;

	OldAddresses(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Remembers addresses of an article, within the caller's transaction; one that leads
	 * elsewhere already goes on to do so.
	 * @param edition its slug
	 * @param article the article
	 * @param addresses under which it was found
	 * @return how many are new
	 */
	public Mono<Long> remember(String edition, UUID article, Collection<String> addresses) {
		String[] paths = addresses.stream()
			.flatMap((address) -> OldAddress.of(address).stream())
			.map(OldAddress::path)
			.distinct()
			.toArray(String[]::new);
		return this.database.sql("""
				insert into old_address (edition, path, article_id)
				select :edition, path, :article from unnest(:paths::text[]) as path
				on conflict do nothing
				""").bind("edition", edition).bind("article", article).bind("paths", paths).fetch().rowsUpdated();
	}

	/**
	 * Finds the article that was at an address, with the edition's slug before it or
	 * without.
	 * @param asked the path that a reader asks for, perhaps with a query
	 * @return empty when there is none, or when two editions had different articles there
	 */
	public Mono<UUID> find(String asked) {
		int second = asked.indexOf('/', 1);
		String edition = (second > 0) ? asked.substring(1, second) : "";
		List<String> whole = OldAddress.candidates(asked);
		List<String> rest = (second > 0) ? OldAddress.candidates(asked.substring(second)) : List.of();
		return this.database.sql("""
				select edition, path, article_id from old_address
				where path = any(:whole) or (edition = :edition and path = any(:rest)) limit 40
				""")
			.bind("whole", whole.toArray(String[]::new))
			.bind("edition", edition)
			.bind("rest", rest.toArray(String[]::new))
			.map(Known::of)
			.all()
			.collectList()
			.mapNotNull((known) -> choose(known, edition, whole, rest));
	}

	private static @Nullable UUID choose(List<Known> known, String edition, List<String> whole, List<String> rest) {
		for (String path : rest) {
			UUID own = only(known, (one) -> one.edition().equals(edition) && one.path().equals(path));
			if (own != null) {
				return own;
			}
		}
		return whole.stream()
			.map((path) -> only(known, (one) -> one.path().equals(path)))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	private static @Nullable UUID only(List<Known> known, Predicate<Known> wanted) {
		List<UUID> articles = known.stream().filter(wanted).map(Known::article).distinct().toList();
		return (articles.size() == 1) ? articles.getFirst() : null;
	}

	private record Known(String edition, String path, UUID article) {

		static Known of(Readable row) {
			return new Known(row.get("edition", String.class), row.get("path", String.class),
					row.get("article_id", UUID.class));
		}

	}

}
