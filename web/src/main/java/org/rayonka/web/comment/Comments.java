package org.rayonka.web.comment;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/**
 * Discussions of articles.
 */
@Component
public class Comments {

	private static final int PAGE = 50;

	private static final int ANSWERS = 100;

	private final CommentClient client;

	Comments(CommentClient client) {
		this.client = client;
	}

	/**
	 * A page of a discussion.
	 * @param article its id
	 * @param cursor where the page before ended, null for the first
	 * @param thread the comment of which all answers are wanted, null when the first will
	 * do
	 * @return nothing yet while comment-service has not heard of the article; fails when
	 * it is away
	 */
	public Mono<Discussion> discussion(UUID article, @Nullable String cursor, @Nullable UUID thread) {
		Mono<Discussion> page = this.client.discussion(article, "newest", PAGE, cursor)
			.onErrorReturn(WebClientResponseException.NotFound.class, Discussion.NOTHING_YET);
		return (thread == null) ? page : page.flatMap((discussion) -> withAnswers(discussion, thread));
	}

	private Mono<Discussion> withAnswers(Discussion discussion, UUID thread) {
		return this.client.answers(thread, ANSWERS)
			.map((answers) -> discussion.with(thread, answers.items()))
			.onErrorReturn(WebClientResponseException.class, discussion);
	}

	/**
	 * Posts a comment; the same key again posts nothing more.
	 * @param article its id
	 * @param key names this attempt
	 * @param sender headers that say who writes
	 * @param comment what they wrote
	 * @return what became of it, once it is kept
	 */
	public Mono<Posted> post(UUID article, String key, MultiValueMap<String, String> sender, NewComment comment) {
		return this.client.post(article, key, sender, comment);
	}

}
