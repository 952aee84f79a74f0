package org.rayonka.comment.moderation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.comment.thread.AuthorId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Keeps authors out of an edition's discussions.
 */
@RestController
@RequestMapping("/api/v1/moderation/authors/{author}/ban")
@Tag(name = "Moderation")
class BanController {

	private static final Logger log = LoggerFactory.getLogger(BanController.class);

	private final Bans bans;

	BanController(Bans bans) {
		this.bans = bans;
	}

	@PostMapping
	@Operation(summary = "Takes no more comments from an author",
			description = "'author' is what the queue says. Without 'until' for good. With 'shadow' the author does "
					+ "not notice: what he says looks published to him alone. A later ban replaces the one before.")
	@ApiResponse(responseCode = "200", description = "Banned")
	@ApiResponse(responseCode = "404", description = "Nobody of this id has commented in the edition")
	Mono<BanView> ban(@PathVariable String author, @Valid @RequestBody Request request, Caller caller) {
		Moderators.require(caller, request.edition);
		return this.bans.ban(AuthorId.of(author), request.edition, request.ban(), caller)
			.doOnNext(BanController::logged)
			.map((action) -> BanView.of(author, request.edition, request.ban(), action));
	}

	@DeleteMapping
	@Operation(summary = "Lifts a ban", description = "Idempotent: 'action' is null where there is no ban.")
	@ApiResponse(responseCode = "200", description = "Not banned")
	@ApiResponse(responseCode = "404", description = "Nobody of this id has commented in the edition")
	Mono<Lifted> lift(@PathVariable String author, @RequestParam String edition, Caller caller) {
		Moderators.require(caller, edition);
		return this.bans.lift(AuthorId.of(author), edition, caller)
			.doOnNext(BanController::logged)
			.map((action) -> new Lifted(author, edition, action))
			.defaultIfEmpty(new Lifted(author, edition, null));
	}

	private static void logged(UUID action) {
		log.atInfo().addKeyValue("action", action).log("A moderator changed a ban");
	}

	/**
	 * A ban that is wanted.
	 *
	 * @param edition slug of the edition
	 * @param until when it ends, null for never
	 * @param shadow whether the author is not to notice, or null
	 * @param reason told to the author unless he is not to notice, or null
	 */
	record Request(@NotNull String edition, @Nullable @Future OffsetDateTime until, @Nullable Boolean shadow,
			@Nullable @Size(max = 500) String reason) {

		Ban ban() {
			Instant end = (this.until != null) ? this.until.toInstant() : null;
			return new Ban(end, Boolean.TRUE.equals(this.shadow), this.reason);
		}

	}

	/**
	 * A ban.
	 *
	 * @param author opaque
	 * @param edition slug of the edition
	 * @param until when it ends, null for never
	 * @param shadow whether the author is not to notice
	 * @param reason why, or null
	 * @param action by which it can be undone
	 */
	record BanView(String author, String edition, @Nullable Instant until, boolean shadow, @Nullable String reason,
			UUID action) {

		static BanView of(String author, String edition, Ban ban, UUID action) {
			return new BanView(author, edition, ban.until(), ban.shadow(), ban.reason(), action);
		}

	}

	/**
	 * No ban.
	 *
	 * @param author opaque
	 * @param edition slug of the edition
	 * @param action by which the lifting can be undone, null where there was no ban
	 */
	record Lifted(String author, String edition, @Nullable UUID action) {
	}

}
