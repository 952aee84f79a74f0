package org.rayonka.web.story;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.rayonka.web.page.Messages;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/**
 * Why a form was not taken.
 *
 * @param status of the page that shows it again
 * @param key of the words
 * @param until when it will be over, or null
 * @param reason in a moderator's words, or null
 */
public record Refusal(HttpStatus status, String key, @Nullable Instant until, @Nullable String reason) {

	static final Refusal EMPTY = new Refusal(HttpStatus.BAD_REQUEST, "comment.refused.empty");

	private static final String AWAY = "comment.refused.away";

	private static final String CLOSED = "comment.refused.closed";

	private static final String HURRY = "comment.refused.hurry";

	private static final String SIGN_IN = "comment.refused.sign-in";

	private static final String GONE = "comment.refused.gone";

	private static final String PROBLEM = "urn:rayonka:problem:";

	/** What comment-service calls it, and what readers are told. */
	private static final Map<String, String> KEYS = Map.ofEntries(Map.entry("banned", "comment.refused.banned"),
			Map.entry("comment-repeated", "comment.refused.repeated"),
			Map.entry("unknown-parent", "comment.refused.parent"), Map.entry("edit-too-late", "comment.refused.late"),
			Map.entry("comment-rejected", "comment.refused.rejected"), Map.entry("comment-deleted", GONE),
			Map.entry("comment-not-found", GONE), Map.entry("sign-in-required", SIGN_IN),
			Map.entry("discussion-closed", CLOSED), Map.entry("request-in-flight", HURRY),
			Map.entry("too-many-comments", HURRY));

	private Refusal(HttpStatus status, String key) {
		this(status, key, null, null);
	}

	static Refusal of(Throwable failure, String invalid) {
		return (failure instanceof WebClientResponseException answer) ? of(answer, invalid)
				: new Refusal(HttpStatus.SERVICE_UNAVAILABLE, AWAY);
	}

	private static Refusal of(WebClientResponseException answer, String invalid) {
		Refusal usual = of(answer.getStatusCode().value(), invalid);
		JsonNode problem = problem(answer);
		String type = problem.path("type").asString("");
		String key = type.startsWith(PROBLEM) ? KEYS.get(type.substring(PROBLEM.length())) : null;
		return (key == null) ? usual : new Refusal(usual.status, key, time(problem.path("until").asString("")),
				problem.path("reason").asString(null));
	}

	private static JsonNode problem(WebClientResponseException answer) {
		try {
			return JsonMapper.shared().readTree(answer.getResponseBodyAsByteArray());
		}
		catch (JacksonException ex) {
			return JsonMapper.shared().createObjectNode();
		}
	}

	private static @Nullable Instant time(String text) {
		try {
			return text.isEmpty() ? null : Instant.parse(text);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static Refusal of(int status, String invalid) {
		return switch (status) {
			case 400, 413, 422 -> new Refusal(HttpStatus.BAD_REQUEST, invalid);
			case 401, 403 -> new Refusal(HttpStatus.FORBIDDEN, SIGN_IN);
			case 404, 409, 410 -> new Refusal(HttpStatus.CONFLICT, CLOSED);
			case 429 -> new Refusal(HttpStatus.TOO_MANY_REQUESTS, HURRY);
			default -> new Refusal(HttpStatus.SERVICE_UNAVAILABLE, AWAY);
		};
	}

	/**
	 * What readers are told.
	 * @param t in which language
	 * @param zone of dates
	 * @return one or more sentences
	 */
	public String words(Messages t, ZoneId zone) {
		String words = t.text(this.key);
		if (this.until != null) {
			words += " " + t.text("comment.refused.until", t.moment(this.until, zone));
		}
		return (this.reason != null) ? words + " " + t.text("comment.refused.reason", this.reason) : words;
	}

}
