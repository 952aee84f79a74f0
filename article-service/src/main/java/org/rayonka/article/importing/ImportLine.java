package org.rayonka.article.importing;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.rayonka.article.importing.source.Entries.Format;

/**
 * What an import tells while it goes on, one line of JSON each.
 */
sealed interface ImportLine {

	/**
	 * What the line is.
	 */
	@JsonProperty
	String kind();

	/**
	 * How far it is.
	 *
	 * @param phase checking, articles or talk
	 * @param done things read or posts written
	 * @param of how many there are, 0 while that is not known
	 */
	record Progress(String phase, long done, long of) implements ImportLine {

		@Override
		public String kind() {
			return "progress";
		}

	}

	/**
	 * Something that was left out or could not be believed.
	 *
	 * @param line where it stands in the file
	 * @param post the headline
	 * @param what what it is
	 */
	record NotUnderstood(long line, String post, String what) implements ImportLine {

		@Override
		public String kind() {
			return "notUnderstood";
		}

	}

	/**
	 * The end of an import that did not come to its end.
	 *
	 * @param line where in the file, null when it was not the file
	 * @param reason in words
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Failed(@Nullable Long line, String reason) implements ImportLine {

		@Override
		public String kind() {
			return "failed";
		}

	}

	/**
	 * The end.
	 *
	 * @param format what the file was
	 * @param dryRun whether nothing was written
	 * @param posts that the file holds
	 * @param created articles that are new
	 * @param updated articles that the old site has changed since
	 * @param unchanged articles that are here already
	 * @param edited articles that were changed here and were left so
	 * @param failed posts that could not be taken over
	 * @param drafts of those created, how many nobody sees
	 * @param pictures that are kept
	 * @param picturesLost that could not be had
	 * @param comments that are kept
	 * @param commentsFailed that could not be handed over; those that comment-service
	 * does not take for good are among the things not understood
	 * @param openings articles whose views and likes go on from the old site's
	 * @param openingsFailed those that could not be handed over
	 * @param redirects old addresses that are new
	 * @param rubrics that were made
	 * @param notUnderstood how many lines told of something left out
	 */
	record Done(Format format, boolean dryRun, long posts, long created, long updated, long unchanged, long edited,
			long failed, long drafts, long pictures, long picturesLost, long comments, long commentsFailed,
			long openings, long openingsFailed, long redirects, List<String> rubrics,
			long notUnderstood) implements ImportLine {

		@Override
		public String kind() {
			return "done";
		}

	}

}
