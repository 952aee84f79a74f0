package org.rayonka.comment.rules;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.rayonka.access.AccessProblem;
import org.rayonka.access.Caller;
import org.rayonka.problems.IfMatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where an edition settles how it is commented.
 */
@RestController
@RequestMapping("/api/v1/moderation/editions/{slug}/rules")
@Tag(name = "Moderation")
class SettingsController {

	private static final Logger log = LoggerFactory.getLogger(SettingsController.class);

	private static final String SLUG = "[a-z][a-z0-9-]{1,63}";

	private final EditionSettings settings;

	private final Clock clock;

	SettingsController(EditionSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
	}

	@GetMapping
	@Operation(summary = "Reads what an edition has settled for its discussions",
			description = "The installation's defaults, at revision 0, where it has settled nothing.")
	Mono<ResponseEntity<SettingsView>> get(@PathVariable @Pattern(regexp = SLUG) String slug, Caller caller) {
		return this.settings.get(moderated(slug, caller)).map(SettingsController::answer);
	}

	@PutMapping
	@Operation(summary = "Settles how an edition is commented",
			description = "All of it at once, in force from the next comment on. A restricted word stands for its "
					+ "forms too, with * behind it for all words that begin so; in whatever disguise, the comment is "
					+ "withheld until a moderator decides.")
	@ApiResponse(responseCode = "200", description = "The new state")
	@ApiResponse(responseCode = "412", description = "Changed meanwhile")
	@ApiResponse(responseCode = "428", description = "If-Match is missing")
	Mono<ResponseEntity<SettingsView>> put(@PathVariable @Pattern(regexp = SLUG) String slug,
			@Valid @RequestBody SettingsForm form,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
		Settings.Change change = new Settings.Change(this.clock.instant().truncatedTo(ChronoUnit.MICROS),
				caller.subject());
		return this.settings.get(moderated(slug, caller))
			.map((current) -> new IfMatch(ifMatch).check(current, Settings::revision))
			.map((current) -> current.with(form.rules(), form.words(), change))
			.flatMap((next) -> this.settings.save(next, change))
			.doOnNext(SettingsController::changed)
			.map(SettingsController::answer);
	}

	private static String moderated(String edition, Caller caller) {
		if (!caller.mayModerate(edition)) {
			throw new AccessProblem.Forbidden("You do not moderate the edition '%s'".formatted(edition));
		}
		return edition;
	}

	private static ResponseEntity<SettingsView> answer(Settings settings) {
		return ResponseEntity.ok()
			.eTag(settings.tag())
			.cacheControl(CacheControl.noStore().cachePrivate())
			.body(SettingsView.of(settings));
	}

	private static void changed(Settings settings) {
		log.atInfo()
			.addKeyValue("edition", settings.edition())
			.addKeyValue("revision", settings.revision())
			.log("An edition changed its rules");
	}

}
