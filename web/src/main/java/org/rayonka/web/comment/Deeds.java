package org.rayonka.web.comment;

import java.util.Map;
import java.util.UUID;

import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * What readers do in discussions. Everything fails with the answer of comment-service
 * when it refuses.
 */
@Component
public class Deeds {

	private final CommentClient client;

	Deeds(CommentClient client) {
		this.client = client;
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

	/**
	 * Changes a comment's words.
	 * @param comment its id
	 * @param sender headers that say whose it is
	 * @param text what it is to say
	 * @return what became of it
	 */
	public Mono<Posted> edit(UUID comment, MultiValueMap<String, String> sender, String text) {
		return this.client.edit(comment, sender, Map.of("text", text));
	}

	/**
	 * Takes a comment back; the second time changes nothing.
	 * @param comment its id
	 * @param sender headers that say whose it is
	 * @return completes when nobody reads it any more
	 */
	public Mono<Void> delete(UUID comment, MultiValueMap<String, String> sender) {
		return this.client.delete(comment, sender);
	}

	/**
	 * Votes on a comment.
	 * @param comment its id
	 * @param sender headers that say who votes
	 * @param value 1 for, -1 against, 0 for neither
	 * @return completes when it is kept
	 */
	public Mono<Void> vote(UUID comment, MultiValueMap<String, String> sender, int value) {
		return (value == 0) ? this.client.takeVoteBack(comment, sender)
				: this.client.vote(comment, sender, Map.of("value", value));
	}

	/**
	 * Reports a comment to the moderators.
	 * @param comment its id
	 * @param sender headers that say who reports it
	 * @param category spam, abuse, offtopic or other
	 * @param reason in the reader's words
	 * @return completes when it is kept
	 */
	public Mono<Void> report(UUID comment, MultiValueMap<String, String> sender, String category, String reason) {
		return this.client.report(comment, sender, Map.of("category", category, "reason", reason));
	}

	/**
	 * Complains that a comment is against the law.
	 * @param comment its id
	 * @param sender headers of who complains
	 * @param complaint name, e-mail and grounds
	 * @return completes when it is kept
	 */
	public Mono<Void> complain(UUID comment, MultiValueMap<String, String> sender, Map<String, String> complaint) {
		return this.client.complain(comment, sender, complaint);
	}

}
