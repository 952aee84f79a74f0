package org.rayonka.article.search;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.paging.Page;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Finds articles by words; where the words that were typed find nothing at all, by those
 * that were meant.
 */
@Service
public class Search {

	private static final Results NOTHING = new Results(new Page<>(List.of(), null), null);

	private final Dictionary dictionary;

	private final Spelling spelling;

	private final Matches matches;

	private final Excerpts excerpts;

	Search(Dictionary dictionary, Spelling spelling, Matches matches, Excerpts excerpts) {
		this.dictionary = dictionary;
		this.spelling = spelling;
		this.matches = matches;
		this.excerpts = excerpts;
	}

	/**
	 * A part of what a search has found.
	 *
	 * @param page best first
	 * @param meant the words that were searched in place of those typed, null when these
	 * found something
	 */
	public record Results(Page<Found> page, @Nullable String meant) {
	}

	/**
	 * An article that fits.
	 *
	 * @param id its id
	 * @param excerpt HTML with no other element than {@code mark}
	 */
	public record Found(UUID id, String excerpt) {
	}

	/**
	 * Searches.
	 * @param typed any text
	 * @param scope where to look
	 * @param cursor where the part before ended, null for the first
	 * @param limit how many make a part
	 * @return the part
	 */
	public Mono<Results> find(String typed, Scope scope, @Nullable String cursor, int limit) {
		Place place = Place.read(cursor);
		Words words = Words.of(typed);
		if (words.isEmpty()) {
			return Mono.just(NOTHING);
		}
		return this.dictionary.query(words).flatMap((query) -> find(words, query, scope, place, limit));
	}

	private Mono<Results> find(Words words, Query query, Scope scope, Place place, int limit) {
		Mono<Results> meant = Mono.defer(() -> meant(words, query, scope, place.ofMeant(), limit));
		if (place.meant()) {
			return meant;
		}
		return exact(query, scope, place, limit, null)
			.flatMap((found) -> found.page().items().isEmpty() && place.isStart() ? meant : Mono.just(found));
	}

	private Mono<Results> meant(Words words, Query query, Scope scope, Place place, int limit) {
		return this.spelling.meant(words, query)
			.flatMap((meant) -> this.dictionary.query(meant)
				.flatMap((other) -> exact(other, scope, place, limit, meant.text())))
			.filter((found) -> !found.page().items().isEmpty())
			.defaultIfEmpty(NOTHING);
	}

	private Mono<Results> exact(Query query, Scope scope, Place place, int limit, @Nullable String meant) {
		String text = query.text();
		if (text == null) {
			return Mono.just(NOTHING);
		}
		return this.matches.best(text, scope, place, limit + 1)
			.flatMap((matches) -> shown(place.page(matches, limit), text))
			.map((page) -> new Results(page, meant));
	}

	private Mono<Page<Found>> shown(Page<Match> page, String query) {
		List<UUID> ids = page.items().stream().map((match) -> match.moment().id()).toList();
		if (ids.isEmpty()) {
			return Mono.just(new Page<>(List.of(), page.next()));
		}
		return this.excerpts.of(ids, query)
			.map((texts) -> new Page<>(ids.stream().map((id) -> new Found(id, texts.getOrDefault(id, ""))).toList(),
					page.next()));
	}

}
