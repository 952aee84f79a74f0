package org.rayonka.web.story;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/**
 * Why a comment was not taken.
 *
 * @param status of the page that shows it again
 * @param key of the words
 */
record Refusal(HttpStatus status, String key) {

	static final Refusal EMPTY = new Refusal(HttpStatus.BAD_REQUEST, "comment.refused.empty");

	private static final Refusal AWAY = new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "comment.refused.away");

	static Refusal of(Throwable failure) {
		return (failure instanceof WebClientResponseException answer) ? of(answer.getStatusCode().value()) : AWAY;
	}

	private static Refusal of(int status) {
		return switch (status) {
			case 400, 413, 422 -> new Refusal(HttpStatus.BAD_REQUEST, "comment.refused.text");
			case 401, 403 -> new Refusal(HttpStatus.FORBIDDEN, "comment.refused.sign-in");
			case 404, 409, 410 -> new Refusal(HttpStatus.CONFLICT, "comment.refused.closed");
			case 429 -> new Refusal(HttpStatus.TOO_MANY_REQUESTS, "comment.refused.hurry");
			default -> AWAY;
		};
	}

}
