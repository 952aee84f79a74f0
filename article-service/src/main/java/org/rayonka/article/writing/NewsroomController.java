package org.rayonka.article.writing;

import java.net.URI;
import java.util.Objects;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.article.PublicAddress;
import org.rayonka.article.writing.Press.Order;
import org.rayonka.problems.IfMatch;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Writing and publishing over HTTP. Each answer carries the state's ETag; each change
 * asks for it back in If-Match.
 */
@RestController
@RequestMapping("/api/v1/newsroom/articles")
@Tag(name = "newsroom", description = "Writing, publishing, correcting and withdrawing")
class NewsroomController {

	private final Drafts drafts;

	private final Publishing publishing;

	private final PublicAddress site;

	NewsroomController(Drafts drafts, Publishing publishing, PublicAddress site) {
		this.drafts = drafts;
		this.publishing = publishing;
		this.site = site;
	}

	@Operation(summary = "Begin an article", responses = @ApiResponse(responseCode = "201"))
	@PostMapping
	Mono<ResponseEntity<DeskArticle>> create(@Valid @RequestBody ArticleForm form, Caller caller) {
		return this.drafts.create(form, caller)
			.map((written) -> ResponseEntity.created(location(written.article()))
				.eTag(IfMatch.tag(written.article().revision()))
				.body(DeskArticle.of(written, this.site)));
	}

	@Operation(summary = "An article as it was last written")
	@GetMapping("/{id}")
	Mono<ResponseEntity<DeskArticle>> get(@PathVariable UUID id, Caller caller) {
		return this.drafts.get(id, caller).map(Written::silently).map(this::answer);
	}

	@Operation(summary = "Write an article anew; over a published one, what the next correction will show")
	@PutMapping("/{id}")
	Mono<ResponseEntity<DeskArticle>> save(@PathVariable UUID id, @Valid @RequestBody ArticleForm form,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
		return this.drafts.save(id, form, new IfMatch(ifMatch), caller).map(this::answer);
	}

	@Operation(summary = "Make a draft public")
	@PostMapping("/{id}/publish")
	Mono<ResponseEntity<DeskArticle>> publish(@PathVariable UUID id,
			@Valid @RequestBody(required = false) @Nullable PublishForm form,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
		return this.publishing.publish(new Order(id, new IfMatch(ifMatch), caller, null), or(form, PublishForm.NOW))
			.map(this::answer);
	}

	@Operation(summary = "Change what is public; what the body leaves out stays as it was last written")
	@PostMapping("/{id}/correct")
	Mono<ResponseEntity<DeskArticle>> correct(@PathVariable UUID id,
			@Valid @RequestBody(required = false) @Nullable CorrectionForm form,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
		CorrectionForm given = or(form, CorrectionForm.NOTHING);
		return this.publishing.correct(new Order(id, new IfMatch(ifMatch), caller, given.note()), given)
			.map(this::answer);
	}

	@Operation(summary = "Take back what is public; readers get 410, aggregators a tombstone")
	@PostMapping("/{id}/withdraw")
	Mono<ResponseEntity<DeskArticle>> withdraw(@PathVariable UUID id,
			@Valid @RequestBody(required = false) @Nullable WithdrawalForm form,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
		String note = (form != null) ? form.note() : null;
		return this.publishing.withdraw(new Order(id, new IfMatch(ifMatch), caller, note)).map(this::answer);
	}

	private ResponseEntity<DeskArticle> answer(Written written) {
		return DeskArticle.answer(written, this.site);
	}

	private static URI location(Article article) {
		return URI.create("/api/v1/newsroom/articles/" + article.id());
	}

	private static <T> T or(@Nullable T form, T otherwise) {
		return Objects.requireNonNullElse(form, otherwise);
	}

}
