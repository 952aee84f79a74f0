package org.rayonka.comment.moderation;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.comment.CommentProblem;
import org.rayonka.comment.thread.Status;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/**
 * Decides many comments alike, each in its own transaction.
 */
@Component
class Bulk {

	private static final int AT_ONCE = 4;

	private final Hearings hearings;

	Bulk(Hearings hearings) {
		this.hearings = hearings;
	}

	/** The outcomes, in the order of the ids, each id once. */
	Mono<Outcomes> decide(Request request, Caller caller) {
		Decision decision = request.decision();
		return Flux.fromStream(request.ids.stream().distinct())
			.flatMapSequential((id) -> decide(id, decision, caller), AT_ONCE)
			.collectList()
			.map(Outcomes::new);
	}

	private Mono<Outcome> decide(String id, Decision decision, Caller caller) {
		return Mono.fromCallable(() -> comment(id))
			.flatMap((comment) -> this.hearings.decide(comment, decision, caller))
			.map((action) -> new Outcome(id, decision.status().text(), action, null))
			.defaultIfEmpty(new Outcome(id, decision.status().text(), null, null))
			.onErrorResume(ErrorResponseException.class,
					(problem) -> Mono.just(new Outcome(id, null, null, problem.getBody())));
	}

	private static UUID comment(String id) {
		try {
			return UUID.fromString(id);
		}
		catch (IllegalArgumentException ex) {
			throw new CommentProblem.Unknown("comment", "with this id");
		}
	}

	/**
	 * What is to be decided.
	 *
	 * @param ids of comments, up to 100
	 * @param action approve or reject
	 * @param reason for colleagues, or null
	 * @param override whether against what another moderator has decided, or null
	 */
	record Request(@NotEmpty @Size(max = 100) List<@NotNull String> ids, @NotNull Verb action,
			@Nullable @Size(max = 500) String reason, @Nullable Boolean override) {

		Decision decision() {
			return new Decision((this.action == Verb.APPROVE) ? Status.PUBLISHED : Status.REJECTED, this.reason,
					Boolean.TRUE.equals(this.override));
		}

	}

	/**
	 * What may be done to many.
	 */
	enum Verb {

		APPROVE, REJECT;

		@JsonCreator
		static Verb of(String text) {
			return valueOf(text.toUpperCase(Locale.ROOT));
		}

	}

	/**
	 * What became of all.
	 *
	 * @param items one for each id
	 */
	record Outcomes(List<Outcome> items) {
	}

	/**
	 * What became of one.
	 *
	 * @param id as it was sent
	 * @param status what the comment is now, null when there was a problem
	 * @param action by which it can be undone, or null
	 * @param problem why it was not decided, or null
	 */
	record Outcome(String id, @Nullable String status, @Nullable UUID action, @Nullable ProblemDetail problem) {
	}

}
