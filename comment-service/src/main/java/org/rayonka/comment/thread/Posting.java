package org.rayonka.comment.thread;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A comment as it is sent in.
 *
 * @param text 1 to 5000 characters
 * @param parentId the comment answered, or null
 * @param name how a guest wants to be called, or null
 */
record Posting(@NotNull String text, @Nullable UUID parentId, @Nullable String name) {

	/** Tells whether a request that comes again is the same. */
	String fingerprint(UUID article) {
		String content = "%s\n%s\n%s\n%s".formatted(article, this.parentId, this.name, this.text);
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What became of it.
	 *
	 * @param id the comment's id
	 * @param status published or pending
	 * @param because names of the rules by which it is pending
	 */
	record Receipt(UUID id, String status, List<String> because) {

		/** Nothing of a shadow is told: it looks like what it would be without. */
		static Receipt of(UUID comment, Status status, List<Finding> findings) {
			Status seen = Shadow.seenByItsAuthor(status, findings);
			return (seen == Status.PUBLISHED) ? new Receipt(comment, seen.text(), List.of())
					: new Receipt(comment, Status.PENDING.text(), Shadow.told(findings));
		}
	}

}
