package org.rayonka.comment.complaint;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.rayonka.comment.thread.PlainText;

/**
 * What somebody says against a comment.
 *
 * @param name who says it, 1 to 200 characters
 * @param email where to answer
 * @param grounds which law is broken and how, 20 to 5000 characters
 */
record Objection(@NotNull String name, @NotBlank @Email @Size(max = 254) String email, @NotNull String grounds) {

	private static final int LONGEST_NAME = 200;

	private static final int SHORTEST = 20;

	private static final int LONGEST = 5000;

	Objection cleaned() {
		return new Objection(PlainText.line("name", this.name, 1, LONGEST_NAME), this.email,
				PlainText.of("grounds", this.grounds, SHORTEST, LONGEST));
	}

}
