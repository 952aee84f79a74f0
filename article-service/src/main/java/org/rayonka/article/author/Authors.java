package org.rayonka.article.author;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import org.rayonka.article.purging.Purges;
import org.rayonka.tags.CacheTags;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The authors of the network.
 */
@Repository
public class Authors {

	private static final String PUT = """
			insert into author (slug, edition, name, position, about, picture)
			values (:slug, :edition, :name, :position, :about, :picture)
			on conflict (slug) do update set edition = excluded.edition, name = excluded.name,
				position = excluded.position, about = excluded.about, picture = excluded.picture
			where author.edition = :from
			returning (xmax = 0) as created
			""";

	private final DatabaseClient database;

	private final Purges purges;

	private final TransactionalOperator transaction;

	Authors(DatabaseClient database, Purges purges, TransactionalOperator transaction) {
		this.database = database;
		this.purges = purges;
		this.transaction = transaction;
	}

	/**
	 * Those of an edition's newsroom, by name; there are dozens.
	 * @param edition its slug
	 * @return the authors
	 */
	Flux<Author> of(String edition) {
		return this.database.sql("select * from author where edition = :edition order by name, slug")
			.bind("edition", edition)
			.map(Authors::author)
			.all();
	}

	/**
	 * One of them.
	 * @param slug the author's slug
	 * @return the author, empty when there is none
	 */
	Mono<Author> find(String slug) {
		return this.database.sql("select * from author where slug = :slug")
			.bind("slug", slug)
			.map(Authors::author)
			.one();
	}

	/**
	 * The names of authors.
	 * @param slugs their slugs
	 * @return by slug, without those that are not known
	 */
	public Mono<Map<String, String>> names(Collection<String> slugs) {
		return this.database.sql("select slug, name from author where slug = any(:slugs)")
			.bind("slugs", slugs.toArray(String[]::new))
			.map((row) -> Map.entry(text(row, "slug"), text(row, "name")))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	/**
	 * Creates or replaces an entry.
	 * @param author what is to be
	 * @param from slug of the edition that had the entry when it was read
	 * @return true when it was created; empty when the entry is another edition's now
	 */
	Mono<Boolean> put(Author author, String from) {
		return this.database.sql(PUT)
			.bind("slug", author.slug())
			.bind("edition", author.edition())
			.bind("from", from)
			.bind("name", author.name())
			.bind("position", author.position())
			.bind("about", author.about())
			.bind("picture", Parameters.in(R2dbcType.VARCHAR, author.picture()))
			.map((row) -> Boolean.TRUE.equals(row.get("created", Boolean.class)))
			.one()
			.delayUntil((created) -> this.purges.of(CacheTags.edition(from), CacheTags.edition(author.edition())))
			.as(this.transaction::transactional);
	}

	private static Author author(Readable row) {
		return new Author(text(row, "slug"), text(row, "edition"), text(row, "name"), text(row, "position"),
				text(row, "about"), row.get("picture", String.class));
	}

	private static String text(Readable row, String column) {
		return Objects.requireNonNull(row.get(column, String.class), column);
	}

}
