package org.rayonka.web.story;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a form has just done.
 *
 * @param name of the words
 * @param comment of which it says something, null when it is the article
 */
public record Notice(String name, @Nullable UUID comment) {

	private static final Set<String> OF_ARTICLE = Set.of("liked", "unliked", "like-away");

	private static final Set<String> OF_DISCUSSION = Set.of("published", "pending", "edited", "edited-pending",
			"deleted", "reported", "complained", "vote-away", "vote-gone");

	static Optional<Notice> of(String name, @Nullable UUID comment) {
		return (OF_ARTICLE.contains(name) || OF_DISCUSSION.contains(name)) ? Optional.of(new Notice(name, comment))
				: Optional.empty();
	}

	/**
	 * Whether it is about the article.
	 * @return false when it is about the discussion
	 */
	public boolean ofArticle() {
		return OF_ARTICLE.contains(this.name);
	}

	/**
	 * Its words.
	 * @return key in the bundle
	 */
	public String key() {
		return "notice." + this.name;
	}

}
