package org.rayonka.comment.rules;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.rayonka.comment.CommentProblem;
import org.rayonka.comment.discussion.EditionRules;
import org.rayonka.comment.thread.PlainText;

/**
 * Settings as they are sent in: always all of them.
 *
 * @param open whether comments are taken at all
 * @param guests whether they are taken from readers who are not signed in
 * @param closeAfterDays days after which a discussion closes, 0 for never
 * @param newcomerComments published comments after which an account is no newcomer
 * @param maxLinks more links than these have to be looked at
 * @param checker off, hold, or pass
 * @param restrictedWords one word each, with a {@code *} behind it for all that begin so
 */
record SettingsForm(@NotNull Boolean open, @NotNull Boolean guests,
		@NotNull @Min(0) @Max(36_500) Integer closeAfterDays, @NotNull @Min(0) @Max(1000) Integer newcomerComments,
		@NotNull @Min(0) @Max(100) Integer maxLinks,
		@NotNull @jakarta.validation.constraints.Pattern(regexp = "off|hold|pass") String checker,
		@NotNull @Size(max = 2000) List<@NotNull @Size(max = 200) String> restrictedWords) {

	private static final Pattern WORD = Pattern.compile("(?=.{2,60}$)[\\p{L}\\p{M}\\p{N}]{2,}\\*?");

	EditionRules rules() {
		return new EditionRules(this.open, this.guests, this.closeAfterDays, this.newcomerComments, this.maxLinks,
				EditionRules.Checker.valueOf(this.checker.toUpperCase(Locale.ROOT)));
	}

	/** The words, cleaned and each once. */
	List<String> words() {
		return IntStream.range(0, this.restrictedWords.size()).mapToObj(this::word).distinct().toList();
	}

	private String word(int index) {
		String word = PlainText.line(this.restrictedWords.get(index));
		if (!WORD.matcher(word).matches()) {
			throw new CommentProblem.InvalidValue("restrictedWords[%d]".formatted(index),
					"must be one word of 2 to 60 letters and digits, perhaps with * behind it");
		}
		return word;
	}

}
