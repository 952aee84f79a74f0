package org.rayonka.article.writing;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.StateConflict;
import org.rayonka.article.edition.Edition;
import org.rayonka.article.edition.Editions;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives articles their addresses. One that was given is never given to another article,
 * and leads to its own for good.
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
	 * Finds an address for an article and keeps it from others until the caller's
	 * transaction ends.
	 * @param article that is to be published
	 * @param publishedAt the date for its page
	 * @return the address
	 */
	Mono<Address> assign(Article article, Instant publishedAt) {
		return this.editions.find(article.content().edition())
			.flatMap((edition) -> slug(edition.slug(), Slug.of(article.content().headline()))
				.map((slug) -> address(edition, publishedAt, slug)));
	}

	/**
	 * Fails with the reason while one of the editions in which an article is to run may
	 * not publish.
	 * @param content of the article
	 * @return completes when all may
	 */
	Mono<Void> check(Content content) {
		return Flux.fromIterable(content.placements())
			.concatMap((placement) -> this.editions.find(placement.edition()))
			.map(Addresses::withImprint)
			.then();
	}

	/**
	 * Gives a published article another slug, within the caller's transaction; the
	 * address that it had leads to it from now on. Its own earlier addresses are free for
	 * it.
	 * @param article which one
	 * @param wanted the slug, null to stay
	 * @return the address; fails when the slug is another article's
	 */
	Mono<Address> move(Article article, @Nullable String wanted) {
		Address present = article.published().address();
		if (wanted == null || wanted.equals(present.slug())) {
			return Mono.just(present);
		}
		String edition = article.content().edition();
		return lock(edition).then(owners(edition, wanted))
			.filter((owners) -> owners.stream().allMatch(article.id()::equals))
			.switchIfEmpty(Mono.error(() -> StateConflict.slug(wanted)))
			.then(leave(article, present, wanted))
			.thenReturn(present.renamed(wanted));
	}

	private Mono<List<UUID>> owners(String edition, String slug) {
		return this.database.sql("""
				select id from article where edition = :edition and slug = :slug
				union select article_id from former_address where edition = :edition and slug = :slug
				""").bind("edition", edition).bind("slug", slug).mapValue(UUID.class).all().collectList();
	}

	private Mono<Void> leave(Article article, Address present, String wanted) {
		return this.database.sql("""
				with back as (delete from former_address where edition = :edition and slug = :wanted)
				insert into former_address (edition, slug, path, article_id) values (:edition, :slug, :path, :article)
				""")
			.bind("edition", article.content().edition())
			.bind("wanted", wanted)
			.bind("slug", present.slug())
			.bind("path", present.path())
			.bind("article", article.id())
			.then();
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
		return lock(edition).then(taken(edition, wanted)).map((taken) -> Slug.free(wanted, taken));
	}

	private Mono<Void> lock(String edition) {
		return this.database.sql("select pg_advisory_xact_lock(:locks, hashtext(:edition))")
			.bind("locks", LOCKS)
			.bind("edition", edition)
			.then();
	}

	private Mono<List<String>> taken(String edition, String wanted) {
		return this.database
			.sql("""
					select slug from (select edition, slug from article union all select edition, slug from former_address) known
					where edition = :edition and slug >= :wanted and slug < :wanted || chr(127)
						and (slug = :wanted or slug ~ ('^' || :wanted || '-[0-9]+$'))
					""")
			.bind("edition", edition)
			.bind("wanted", wanted)
			.mapValue(String.class)
			.all()
			.collectList();
	}

	private static Address address(Edition edition, Instant publishedAt, String slug) {
		String day = DAY.format(publishedAt.atZone(edition.timeZone()));
		return new Address(slug, "/" + edition.slug() + "/" + day + "/" + slug);
	}

}
