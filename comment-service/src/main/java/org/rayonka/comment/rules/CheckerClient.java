package org.rayonka.comment.rules;

import java.net.URI;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import org.rayonka.comment.thread.Finding;
import org.rayonka.comment.thread.PlainText;
import org.rayonka.comment.thread.Verdict;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What is asked of an external checker.
 */
interface CheckerClient {

	/** Asks with a body that is signed byte by byte. */
	@PostExchange(contentType = MediaType.APPLICATION_JSON_VALUE)
	Mono<Answer> check(URI url, @RequestHeader("Rayonka-Signature") String signature, @RequestBody byte[] question);

	/**
	 * What it is to judge.
	 *
	 * @param article the article discussed
	 * @param edition slug of the article's edition
	 * @param author the same for all comments of an author, and not the author's id
	 * @param name how the author is called
	 * @param text plain text
	 */
	record Question(UUID article, String edition, String author, String name, String text) {

	}

	/**
	 * What it says.
	 *
	 * @param verdict pass, hold, or withhold
	 * @param reason for moderators, or null
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Answer(@Nullable String verdict, @Nullable String reason) {

		private static final int LONGEST_REASON = 200;

		Verdict toVerdict() {
			return switch (this.verdict) {
				case "pass" -> Verdict.PASS;
				case "hold" -> new Verdict.Hold(finding());
				case "withhold" -> new Verdict.Withhold(finding());
				case null, default -> throw new IllegalStateException("No verdict");
			};
		}

		private Finding finding() {
			String line = (this.reason != null) ? PlainText.line(this.reason) : "";
			int length = line.codePointCount(0, line.length());
			return new Finding("checker",
					line.substring(0, line.offsetByCodePoints(0, Math.min(length, LONGEST_REASON))));
		}

	}

}
