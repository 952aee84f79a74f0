package org.rayonka.article.writing;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.rayonka.article.StateConflict;
import org.rayonka.article.edition.Edition;
import org.rayonka.article.edition.Editions;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Gives an article its address, which it keeps for good. No edition gives any before its
 * imprint is complete.
 */
@Component
class Addresses {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd");

	/** Keeps these locks apart from others of this database. */
	private static final int LOCKS = 0x736C7567;

	private final Editions editions;

	private final DatabaseClient database;

	Addresses(Editions editions, DatabaseClient database) {
		this.editions = editions;
		this.database = database;
	}

	/**
	 * The address of a page.
	 *
	 * @param slug its last part
	 * @param path all of it
	 */
	record Address(String slug, String path) {
	}

	/**
	 * Finds an address for an article and keeps it from others until the caller's
	 * transaction ends.
	 * @param article that is to be published
	 * @param publishedAt the date for its page
	 * @return the address
	 */
	Mono<Address> assign(Article article, Instant publishedAt) {
		return assign(article, Slug.of(article.content().headline()), publishedAt);
	}

	/**
	 * Finds an address that ends in a certain way.
	 * @param article that is to be published
	 * @param wanted the slug, if it is free
	 * @param publishedAt the date for its page
	 * @return the address
	 */
	Mono<Address> assign(Article article, String wanted, Instant publishedAt) {
		return this.editions.find(article.content().edition())
			.map(Addresses::withImprint)
			.flatMap((edition) -> slug(edition.slug(), wanted).map((slug) -> address(edition, publishedAt, slug)));
	}

	private static Edition withImprint(Edition edition) {
		List<String> missing = edition.imprint().missing();
		if (!missing.isEmpty()) {
			throw StateConflict.imprint(edition.slug(), missing);
		}
		return edition;
	}

	/**
	 * One at a time in an edition, so that two articles cannot find the same slug free.
	 */
	private Mono<String> slug(String edition, String wanted) {
		return this.database.sql("select pg_advisory_xact_lock(:locks, hashtext(:edition))")
			.bind("locks", LOCKS)
			.bind("edition", edition)
			.then()
			.then(taken(edition, wanted))
			.map((taken) -> Slug.free(wanted, taken));
	}

	private Mono<List<String>> taken(String edition, String wanted) {
		return this.database.sql("""
				select slug from article
				where edition = :edition and slug >= :wanted and slug < :wanted || chr(127)
					and (slug = :wanted or slug ~ ('^' || :wanted || '-[0-9]+$'))
				""").bind("edition", edition).bind("wanted", wanted).mapValue(String.class).all().collectList();
	}

	private static Address address(Edition edition, Instant publishedAt, String slug) {
		String day = DAY.format(publishedAt.atZone(edition.timeZone()));
		return new Address(slug, "/" + edition.slug() + "/" + day + "/" + slug);
	}

}
