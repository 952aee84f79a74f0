package org.rayonka.article.writing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.article.Ids;
import org.rayonka.article.changes.ChangeKind;
import org.rayonka.article.writing.Step.Action;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes over what appeared elsewhere before: each article begins at once as what it is,
 * under its own date, and is announced like any other.
 */
@Component
public class Takeover {

	private static final String NOTE = "imported";

	private final Articles articles;

	private final Addresses addresses;

	private final Announcements announcements;

	private final Ids ids;

	private final Clock clock;

	Takeover(Articles articles, Addresses addresses, Announcements announcements, Ids ids, Clock clock) {
		this.articles = articles;
		this.addresses = addresses;
		this.announcements = announcements;
		this.ids = ids;
		this.clock = clock;
	}

	/**
	 * An article of an old site.
	 *
	 * @param content fit to be stored, with an age mark
	 * @param slug that it should have
	 * @param publishedAt its date, null for a draft
	 */
	public record OldArticle(Content content, String slug, @Nullable Instant publishedAt) {
	}

	/**
	 * What became of it.
	 *
	 * @param id its id
	 * @param revision the one that was written
	 */
	public record Kept(UUID id, long revision) {

		static Kept of(Article article) {
			return new Kept(article.id(), article.revision());
		}

	}

	/**
	 * Adds articles, within the caller's transaction: first all rows, then all entries of
	 * the change log, so that its lock is held no longer than it must be.
	 * @param old the articles
	 * @param caller who brings them
	 * @return in the same order
	 */
	public Mono<List<Kept>> add(List<OldArticle> old, Caller caller) {
		Instant now = now();
		return Flux.fromIterable(old)
			.concatMap((one) -> begin(one, now, caller))
			.collectList()
			.flatMap((begun) -> announce(begun, now).thenReturn(begun.stream().map(Kept::of).toList()));
	}

	private Mono<Article> begin(OldArticle old, Instant now, Caller caller) {
		Article draft = Article.draft(this.ids.next(), old.content(), now);
		Instant date = old.publishedAt();
		if (date == null) {
			return this.articles.add(draft, Step.of(Action.CREATED, caller).with(NOTE));
		}
		return this.addresses.assign(draft, old.slug(), date)
			.map((address) -> draft.appeared(address, date))
			.flatMap((article) -> this.articles.add(article, Step.of(Action.PUBLISHED, caller).with(NOTE)));
	}

	private Mono<Void> announce(List<Article> begun, Instant now) {
		return Flux.fromIterable(begun)
			.filter((article) -> article.status() == Status.PUBLISHED)
			.concatMap((article) -> this.announcements.announce(article, ChangeKind.PUBLISHED, now))
			.then();
	}

	/**
	 * Changes an article that was taken over before, within the caller's transaction.
	 * @param kept what was written then
	 * @param old what the old site says now
	 * @param caller who brings it
	 * @return what is kept now, empty when somebody has changed the article here since
	 */
	public Mono<Kept> renew(Kept kept, OldArticle old, Caller caller) {
		Instant now = now();
		return this.articles.lock(kept.id())
			.filter((article) -> article.revision() == kept.revision())
			.flatMap((article) -> switch (article.status()) {
				case PUBLISHED -> correct(article, old, now, caller);
				case DRAFT -> save(article, old, now, caller);
				case IN_REVIEW, SCHEDULED, WITHDRAWN -> Mono.<Article>empty();
			})
			.map(Kept::of);
	}

	private Mono<Article> correct(Article article, OldArticle old, Instant now, Caller caller) {
		return this.articles
			.update(article.correct(old.content(), article.published().address(), now),
					Step.of(Action.CORRECTED, caller).with(NOTE))
			.flatMap((corrected) -> this.announcements.announce(corrected, ChangeKind.CORRECTED, now));
	}

	private Mono<Article> save(Article article, OldArticle old, Instant now, Caller caller) {
		Mono<Article> saved = this.articles.update(article.save(old.content(), now),
				Step.of(Action.SAVED, caller).with(NOTE));
		Instant date = old.publishedAt();
		return (date == null) ? saved : saved.flatMap((draft) -> publish(draft, old, date, caller));
	}

	private Mono<Article> publish(Article draft, OldArticle old, Instant date, Caller caller) {
		Instant now = now();
		return this.addresses.assign(draft, old.slug(), date)
			.map((address) -> draft.publish(address, date, now))
			.flatMap((article) -> this.articles.update(article, Step.of(Action.PUBLISHED, caller).with(NOTE)))
			.flatMap((article) -> this.announcements.announce(article, ChangeKind.PUBLISHED, now));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
