package org.rayonka.web.comment;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;

/**
 * Discussions of articles.
 */
@Component
public class Comments {

	private static final int PAGE = 50;

	private final CommentClient client;

	Comments(CommentClient client) {
		this.client = client;
	}

	/**
	 * A page of a discussion.
	 * @param article its id
	 * @param cursor where the page before ended, null for the first
	 * @return never empty; fails when comment-service is away
	 */
	public Mono<Discussion> discussion(UUID article, @Nullable String cursor) {
		return this.client.discussion(article, "newest", PAGE, cursor);
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
