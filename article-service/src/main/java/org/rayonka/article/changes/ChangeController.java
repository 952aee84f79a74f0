package org.rayonka.article.changes;

import java.time.Duration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.rayonka.article.ArticleProblem;
import org.rayonka.article.PlainText;
import org.rayonka.article.PublicAddress;
import org.rayonka.article.changes.ChangeView.ChangeList;
import org.rayonka.article.edition.Editions;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The change log over HTTP: in parts, or asked for {@code text/event-stream} live, with
 * the same cursor.
 */
@RestController
@Tag(name = "changes", description = "The change log for aggregators: poll it or listen to it")
class ChangeController {

	private final ChangeLog changes;

	private final ChangeStream stream;

	private final Editions editions;

	private final PublicAddress site;

	private final Duration heartbeat;

	ChangeController(ChangeLog changes, ChangeStream stream, Editions editions, PublicAddress site,
			ChangeStreamProperties properties) {
		this.changes = changes;
		this.stream = stream;
		this.editions = editions;
		this.site = site;
		this.heartbeat = properties.heartbeat();
	}

	@Operation(summary = "What was published, corrected and withdrawn after a cursor")
	@GetMapping(path = "/api/v1/changes", produces = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<ChangeList>> list(@RequestParam(required = false) @Nullable String after,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
			@RequestParam(required = false) @PlainText @Nullable String edition,
			@RequestParam(required = false) @PlainText @Nullable String rubric) {
		Position start = Position.read(after);
		ChangeFilter filter = ChangeFilter.of(edition, rubric);
		return known(filter).then(this.changes.after(start, filter, limit))
			.map((part) -> ChangeList.of(part, start, this.site))
			.map((body) -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body));
	}

	@Operation(summary = "The same log, live, resuming from Last-Event-ID; limit is how many are read at once")
	@GetMapping(path = "/api/v1/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Mono<ResponseEntity<Flux<ServerSentEvent<ChangeView>>>> stream(
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
			@RequestParam(required = false) @Nullable String after,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
			@RequestParam(required = false) @PlainText @Nullable String edition,
			@RequestParam(required = false) @PlainText @Nullable String rubric) {
		Position start = Position.read((lastEventId != null && !lastEventId.isEmpty()) ? lastEventId : after);
		ChangeFilter filter = ChangeFilter.of(edition, rubric);
		return known(filter).thenReturn(ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.header("X-Accel-Buffering", "no")
			.body(events(this.stream.from(start, filter, limit))));
	}

	/** The heartbeat ends with the stream, and the stream with its client. */
	private Flux<ServerSentEvent<ChangeView>> events(Flux<LoggedChange> changes) {
		return Flux.defer(() -> {
			Sinks.Empty<Void> over = Sinks.empty();
			return changes.map((change) -> ChangeView.of(change, this.site))
				.map((view) -> ServerSentEvent.builder(view).id(view.cursor()).event(view.kind().toString()).build())
				.doFinally((signal) -> over.tryEmitEmpty())
				.mergeWith(beats().takeUntilOther(over.asMono()));
		});
	}

	private Flux<ServerSentEvent<ChangeView>> beats() {
		return Flux.interval(this.heartbeat)
			.onBackpressureDrop()
			.map((tick) -> ServerSentEvent.<ChangeView>builder().comment("here").build());
	}

	private Mono<Void> known(ChangeFilter filter) {
		String edition = filter.edition();
		if (edition == null) {
			return Mono.empty();
		}
		return this.editions.find(edition)
			.switchIfEmpty(Mono.error(() -> new ArticleProblem.EditionNotFound(edition)))
			.then();
	}

}
