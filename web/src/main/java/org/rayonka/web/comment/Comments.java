package org.rayonka.web.comment;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

import org.rayonka.web.memory.Memory;
import org.rayonka.web.memory.Recalled;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/**
 * Discussions of articles, for who reads them.
 */
@Component
public class Comments {

	private static final int PAGE = 50;

	private static final int ANSWERS = 100;

	private static final Duration FRESH = Duration.ofSeconds(10);

	private static final long CAPACITY = 5_000;

	private final CommentClient client;

	/** The same for all strangers, so that not each of them costs a question. */
	private final Memory<UUID, Optional<WritingRules>> rules;

	Comments(CommentClient client, InstantSource clock) {
		this.client = client;
		this.rules = new Memory<>(clock, FRESH, CAPACITY, (_) -> 1, (_) -> true);
	}

	/**
	 * A part of a discussion.
	 * @param article its id
	 * @param place which part; the beginning when that is not there
	 * @return nothing yet while comment-service has not heard of the article; fails when
	 * it is away
	 */
	public Mono<Discussion> discussion(UUID article, Place place) {
		return switch (place) {
			case Place.Page page -> page(article, page);
			case Place.Thread thread -> beginningWhenRefused(article, thread(article, thread));
			case Place.Single single -> beginningWhenRefused(article,
					this.client.context(single.id())
						.filter((context) -> article.equals(context.root().article()))
						.map((context) -> Discussion.of(single, context)));
		};
	}

	private Mono<Discussion> page(UUID article, Place.Page page) {
		Mono<Discussion> asked = this.client.discussion(article, page.sort().text(), PAGE, page.cursor())
			.map((told) -> Discussion.of(page, told))
			.onErrorReturn(WebClientResponseException.NotFound.class, Discussion.NOTHING_YET);
		return (page.cursor() == null) ? asked : beginningWhenRefused(article, asked);
	}

	private Mono<Discussion> thread(UUID article, Place.Thread thread) {
		return this.client.comment(thread.id())
			.filter((root) -> article.equals(root.article()))
			.flatMap((root) -> this.client.answers(thread.id(), ANSWERS, thread.cursor())
				.map((answers) -> Discussion.of(thread, root, answers)));
	}

	/** A link may be old, or of somebody's own making. */
	private Mono<Discussion> beginningWhenRefused(UUID article, Mono<Discussion> part) {
		Mono<Discussion> beginning = Mono.defer(() -> discussion(article, Place.FIRST));
		return part.switchIfEmpty(beginning).onErrorResume(Comments::isRefused, (_) -> beginning);
	}

	private static boolean isRefused(Throwable failure) {
		return failure instanceof WebClientResponseException answer && answer.getStatusCode().is4xxClientError();
	}

	/**
	 * What is a reader's own in a discussion.
	 * @param article its id
	 * @param sender headers that say who reads, empty when nobody knows
	 * @return nothing for a stranger; fails when comment-service is away
	 */
	public Mono<Mine> mine(UUID article, MultiValueMap<String, String> sender) {
		return sender.isEmpty() ? Mono.just(Mine.NOTHING)
				: this.client.mine(article, sender).onErrorReturn(Comments::isRefused, Mine.NOTHING);
	}

	/**
	 * What a reader has to know before writing.
	 * @param article its id
	 * @param sender headers that say who is signed in, empty for all others
	 * @return empty optional while comment-service has not heard of the article; fails
	 * when it is away
	 */
	public Mono<Recalled<Optional<WritingRules>>> rules(UUID article, MultiValueMap<String, String> sender) {
		return sender.isEmpty() ? this.rules.recall(article, asked(article, new LinkedMultiValueMap<>()))
				: asked(article, sender).map((rules) -> new Recalled<>(rules, true));
	}

	private Mono<Optional<WritingRules>> asked(UUID article, MultiValueMap<String, String> sender) {
		return this.client.rules(article, sender)
			.map(Optional::of)
			.onErrorReturn(Comments::isRefused, Optional.empty());
	}

}
