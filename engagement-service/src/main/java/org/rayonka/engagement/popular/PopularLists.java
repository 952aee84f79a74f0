package org.rayonka.engagement.popular;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.rayonka.engagement.EngagementProperties;
import org.rayonka.engagement.card.Cards;
import org.rayonka.engagement.popular.PopularList.Item;
import org.rayonka.engagement.scoreboard.Entry;
import org.rayonka.engagement.scoreboard.ListName;
import org.rayonka.engagement.scoreboard.Scoreboard;
import org.rayonka.events.ArticleCard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes the popular lists: the best of the scoreboard, with the cards of what is still
 * public. A list is made at most once in half a second, whoever asks; while Redis or
 * PostgreSQL is away, the last one made is served with its own {@code asOf}.
 */
@Component
class PopularLists {

	private static final Logger log = LoggerFactory.getLogger(PopularLists.class);

	private static final Duration FRESH = Duration.ofMillis(500);

	private static final int REMEMBERED_LISTS = 300;

	private static final int SHORT = 20;

	private static final int LONG = 100;

	/** How many withdrawn articles at the head of a list are looked behind. */
	private static final int DEEPEST = 3000;

	private final Scoreboard scoreboard;

	private final Cards cards;

	private final EngagementProperties site;

	private final Clock clock;

	private final Cache<Key, Mono<PopularList>> fresh = Caffeine.newBuilder()
		.maximumSize(REMEMBERED_LISTS)
		.expireAfterWrite(FRESH)
		.build();

	private final Cache<Key, PopularList> last = Caffeine.newBuilder().maximumSize(REMEMBERED_LISTS).build();

	PopularLists(Scoreboard scoreboard, Cards cards, EngagementProperties site, Clock clock) {
		this.scoreboard = scoreboard;
		this.cards = cards;
		this.site = site;
		this.clock = clock;
	}

	/**
	 * A list, at most {@code limit} long. Fails when it can be neither made nor
	 * remembered.
	 */
	Mono<PopularList> list(ListName name, int limit) {
		Key key = new Key(name, (limit <= SHORT) ? SHORT : LONG);
		return Mono.defer(() -> this.fresh.get(key, (wanted) -> make(wanted).cache())).map((list) -> list.first(limit));
	}

	private Mono<PopularList> make(Key key) {
		return look(key, key.length() + SHORT).map((items) -> new PopularList(items, this.clock.instant()))
			.doOnNext((list) -> this.last.put(key, list))
			.onErrorResume((failure) -> remembered(key, failure));
	}

	private Mono<PopularList> remembered(Key key, Throwable failure) {
		log.atDebug().addKeyValue("cause", failure.toString()).log("list as of earlier");
		return Mono.justOrEmpty(this.last.getIfPresent(key)).switchIfEmpty(Mono.error(failure));
	}

	/** Looks deeper when too much of what was found is withdrawn. */
	private Mono<List<Item>> look(Key key, int depth) {
		return this.scoreboard.top(key.name(), depth).flatMap((entries) -> {
			List<Entry> best = entries.subList(0, Math.min(depth, entries.size()));
			return shown(best, key.length())
				.flatMap((items) -> (items.size() < key.length() && best.size() == depth && depth < DEEPEST)
						? look(key, depth * 4) : Mono.just(items));
		});
	}

	private Mono<List<Item>> shown(List<Entry> entries, int length) {
		if (entries.isEmpty()) {
			return Mono.just(List.of());
		}
		return this.cards.shown(entries.stream().map(Entry::article).toList())
			.map((shown) -> items(entries, shown, length));
	}

	private List<Item> items(List<Entry> entries, Map<UUID, ArticleCard> shown, int length) {
		List<Item> items = new ArrayList<>(length);
		for (Entry entry : entries) {
			ArticleCard card = shown.get(entry.article());
			if (card != null && items.size() < length) {
				items.add(Item.of(items.size() + 1, CardView.of(entry.article(), card, this.site), entry.value()));
			}
		}
		return List.copyOf(items);
	}

	/**
	 * A list as it is remembered.
	 *
	 * @param name which one
	 * @param length how many places are made
	 */
	private record Key(ListName name, int length) {
	}

}
