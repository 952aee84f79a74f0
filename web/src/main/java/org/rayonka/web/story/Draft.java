package org.rayonka.web.story;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.web.asset.Digest;
import org.rayonka.web.comment.NewComment;
import org.springframework.util.MultiValueMap;

/**
 * A comment as it stands in the form, which must never be lost.
 *
 * @param name what the author wants to be called
 * @param text what they have written
 * @param parent the comment that they reply to, or null
 * @param problem why it was not taken, null when nothing was wrong
 */
public record Draft(String name, String text, @Nullable UUID parent, @Nullable Refusal problem) {

	static Draft replyingTo(@Nullable String parent) {
		return new Draft("", "", idOf(parent), null);
	}

	static Draft of(MultiValueMap<String, String> form) {
		return new Draft(textOf(form.getFirst("name")), textOf(form.getFirst("text")), idOf(form.getFirst("parent")),
				null);
	}

	private static String textOf(@Nullable String field) {
		return Objects.requireNonNullElse(field, "").strip();
	}

	static @Nullable UUID idOf(@Nullable String text) {
		if (text == null || text.length() != 36) {
			return null;
		}
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	Draft refused(Refusal why) {
		return new Draft(this.name, this.text, this.parent, why);
	}

	NewComment comment() {
		return new NewComment(this.text, this.parent, this.name.isEmpty() ? null : this.name);
	}

	/**
	 * The same for the same words of the same sender, so that a form sent twice posts
	 * once.
	 */
	String key(UUID article, MultiValueMap<String, String> sender) {
		String all = String.join("\n", article.toString(), String.valueOf(this.parent), sender.toString(), this.name,
				this.text);
		return Digest.of(all.getBytes(StandardCharsets.UTF_8));
	}

}
