package org.rayonka.article.importing;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import org.rayonka.access.AccessProblem;
import org.rayonka.access.Caller;
import org.rayonka.article.ArticleProblem;
import org.rayonka.article.ImportRefused;
import org.rayonka.article.PlainText;
import org.rayonka.article.StateConflict;
import org.rayonka.article.edition.Edition;
import org.rayonka.article.edition.Editions;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Imports over HTTP: the body is the file, the answer tells line by line how it goes.
 */
@RestController
@Tag(name = "newsroom")
class ImportController {

	private final Editions editions;

	private final Spool spool;

	private final Importer importer;

	private final Clock clock;

	private final Set<String> running = ConcurrentHashMap.newKeySet();

	ImportController(Editions editions, Spool spool, Importer importer, Clock clock) {
		this.editions = editions;
		this.spool = spool;
		this.importer = importer;
		this.clock = clock;
	}

	@Operation(
			summary = "Take a paper's old site over: WordPress WXR, Ghost JSON, RSS or Atom, told by the content. "
					+ "The answer is a stream of JSON lines of the kinds progress, notUnderstood, and at its end done "
					+ "or failed. The same file again changes nothing",
			requestBody = @RequestBody(required = true,
					content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary"))))
	@PostMapping(path = "/api/v1/newsroom/imports", produces = MediaType.APPLICATION_NDJSON_VALUE)
	Flux<ImportLine> run(@RequestParam @PlainText @Size(max = 32) String edition,
			@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestParam(defaultValue = "") @PlainText @Size(max = 300) String site, ServerHttpRequest request,
			Caller caller) {
		if (!caller.mayPublish(edition)) {
			return Flux.error(new AccessProblem.Forbidden("Only editors of " + edition + " do this"));
		}
		String token = String.valueOf(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION));
		return this.editions.find(edition)
			.switchIfEmpty(Mono.error(() -> new ArticleProblem.EditionNotFound(edition)))
			.map(ImportController::withImprint)
			.map((found) -> new Desk.Order(found, caller, token, dryRun, checked(site)))
			.flatMapMany((order) -> alone(order, request));
	}

	private static Edition withImprint(Edition edition) {
		List<String> missing = edition.imprint().missing();
		if (!missing.isEmpty()) {
			throw StateConflict.imprint(edition.slug(), missing);
		}
		return edition;
	}

	private static String checked(String site) {
		try {
			if (site.isEmpty() || (URI.create(site).getHost() != null && site.matches("(?i)https?://.*"))) {
				return site;
			}
			throw ImportRefused.site();
		}
		catch (IllegalArgumentException ex) {
			throw ImportRefused.site();
		}
	}

	private Flux<ImportLine> alone(Desk.Order order, ServerHttpRequest request) {
		String edition = order.edition().slug();
		return Flux.using(() -> {
			if (!this.running.add(edition)) {
				throw ImportRefused.running(edition);
			}
			return edition;
		}, (slug) -> this.spool.use(request.getBody(),
				(file) -> this.importer.run(Desk.of(order, file, this.clock.instant()))), this.running::remove);
	}

}
