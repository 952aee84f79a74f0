package org.rayonka.article.writing;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.article.ArticleProblem;
import org.rayonka.article.paging.Cursor;
import org.rayonka.article.paging.Page;
import org.rayonka.article.writing.Revisions.Revision;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * What an article was, over HTTP.
 */
@RestController
@RequestMapping("/api/v1/newsroom/articles/{id}/revisions")
@Tag(name = "newsroom")
class RevisionController {

	private static final String CURSOR = "revisions";

	private final Drafts drafts;

	private final Revisions revisions;

	RevisionController(Drafts drafts, Revisions revisions) {
		this.drafts = drafts;
		this.revisions = revisions;
	}

	/**
	 * A part of the list.
	 */
	record RevisionList(List<Revision> items, @Nullable String next) {
	}

	@Operation(summary = "The states that an article had, newest first: who, when, what")
	@GetMapping
	Mono<RevisionList> list(@PathVariable UUID id, @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
			@RequestParam(required = false) @Nullable String cursor, Caller caller) {
		long before = (cursor == null || cursor.isEmpty()) ? Long.MAX_VALUE
				: Cursor.read(cursor, CURSOR, (keys) -> Long.valueOf(keys.get(0)));
		return this.drafts.get(id, caller)
			.thenMany(this.revisions.list(id, before, limit + 1))
			.collectList()
			.map((rows) -> Page.cut(rows, limit, (revision) -> Cursor.of(CURSOR, revision.revision())))
			.map((page) -> new RevisionList(page.items(), page.next()));
	}

	@Operation(summary = "What differs between two states, field by field and block by block")
	@GetMapping("/{from}/compare/{to}")
	Mono<Comparison> compare(@PathVariable UUID id, @PathVariable long from, @PathVariable long to, Caller caller) {
		return this.drafts.get(id, caller)
			.then(Mono.zip(content(id, from), content(id, to)))
			.map((states) -> Comparison.of(from, states.getT1(), to, states.getT2()));
	}

	private Mono<Content> content(UUID id, long revision) {
		return this.revisions.find(id, revision)
			.mapNotNull(Revision::content)
			.switchIfEmpty(Mono.error(() -> new ArticleProblem.NotFound("revision " + revision)));
	}

	@Operation(summary = "One state that an article had, with all it said")
	@GetMapping("/{revision}")
	Mono<Revision> get(@PathVariable UUID id, @PathVariable long revision, Caller caller) {
		return this.drafts.get(id, caller)
			.then(this.revisions.find(id, revision))
			.switchIfEmpty(Mono.error(() -> new ArticleProblem.NotFound("revision " + revision)));
	}

}
