package org.rayonka.article.writing;

import java.time.Instant;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.rayonka.article.changes.Change;
import org.rayonka.article.changes.ChangeKind;
import org.rayonka.article.changes.ChangeLog;
import org.rayonka.article.edition.Placement;
import org.rayonka.article.purging.Purges;
import org.rayonka.article.reading.Shelf;
import org.rayonka.events.ArticleCard;
import org.rayonka.events.ArticleCorrected;
import org.rayonka.events.ArticleEvent;
import org.rayonka.events.ArticlePublished;
import org.rayonka.events.ArticleWithdrawn;
import org.rayonka.events.EventJson;
import org.rayonka.events.Topics;
import org.rayonka.outbox.Outbox;
import org.rayonka.outbox.OutboxMessage;
import org.rayonka.tags.CacheTags;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells of a public change, in the transaction of that change: to lists and search, to
 * the change log and to the other services.
 */
@Component
class Announcements {

	private final Shelf shelf;

	private final ChangeLog changes;

	private final Outbox outbox;

	private final Purges purges;

	private final MeterRegistry meters;

	Announcements(Shelf shelf, ChangeLog changes, Outbox outbox, Purges purges, MeterRegistry meters) {
		this.shelf = shelf;
		this.changes = changes;
		this.outbox = outbox;
		this.purges = purges;
		this.meters = meters;
	}

	/**
	 * Tells of a change.
	 * @param article its new state, written and locked by the caller's transaction
	 * @param kind what happened
	 * @param at when
	 * @return the same article
	 */
	Mono<Article> announce(Article article, ChangeKind kind, Instant at) {
		ArticleEvent event = event(article, kind, at);
		return this.shelf.placements(article.id())
			.flatMap((before) -> shelve(article, kind).then(this.changes.append(change(article, before, kind, at))))
			.then(this.outbox.add(new OutboxMessage(Topics.ARTICLES, event.key(), EventJson.write(event))))
			.then(this.purges.of(CacheTags.article(article.id()), CacheTags.LISTS))
			.thenReturn(article);
	}

	private Mono<Void> shelve(Article article, ChangeKind kind) {
		return (kind == ChangeKind.WITHDRAWN) ? this.shelf.clear(article.id())
				: this.shelf.put(article.id(), article.content().placements());
	}

	private static Change change(Article article, List<Placement> before, ChangeKind kind, Instant at) {
		List<Placement> after = (kind == ChangeKind.WITHDRAWN) ? List.of() : article.content().placements();
		return new Change(article.id(), before, after, kind, at, article.revision());
	}

	/**
	 * Counts a change that is kept.
	 * @param kind what happened
	 */
	void count(ChangeKind kind) {
		this.meters.counter("rayonka.article." + kind).increment();
	}

	private static ArticleEvent event(Article article, ChangeKind kind, Instant at) {
		return switch (kind) {
			case PUBLISHED -> new ArticlePublished(article.id(), article.revision(), at, card(article));
			case CORRECTED -> new ArticleCorrected(article.id(), article.revision(), at, card(article));
			case WITHDRAWN -> new ArticleWithdrawn(article.id(), article.revision(), at, article.content().edition());
		};
	}

	private static ArticleCard card(Article article) {
		Content content = article.content();
		Publication publication = article.published();
		ArticleCard.Picture picture = content.pictures()
			.stream()
			.findFirst()
			.map((first) -> new ArticleCard.Picture(first.path(), first.width(), first.height(), first.alt()))
			.orElse(null);
		return new ArticleCard(content.edition(), content.rubric(), publication.address().path(), content.headline(),
				content.standfirst(), picture, !content.videos().isEmpty(), String.valueOf(content.ageMark()),
				publication.publishedAt(), content.commentsOpen());
	}

}
