package org.rayonka.article.writing;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.article.PlainText;
import org.rayonka.article.PublicAddress;
import org.rayonka.article.writing.Press.Order;
import org.rayonka.problems.IfMatch;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * The steps between a draft and the public over HTTP.
 */
@RestController
@RequestMapping("/api/v1/newsroom/articles/{id}")
@Tag(name = "newsroom")
class ReviewController {

	private final Review review;

	private final PublicAddress site;

	ReviewController(Review review, PublicAddress site) {
		this.review = review;
		this.site = site;
	}

	/**
	 * A word for the newsroom's record.
	 */
	record NoteForm(@PlainText @Size(max = 500) @Nullable String note) {

		static @Nullable String of(@Nullable NoteForm form) {
			return (form != null) ? form.note() : null;
		}

	}

	@Operation(summary = "Hand a draft to the editors")
	@PostMapping("/submit")
	Mono<ResponseEntity<DeskArticle>> submit(@PathVariable UUID id,
			@Valid @RequestBody(required = false) @Nullable NoteForm form,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
		return this.review.submit(new Order(id, new IfMatch(ifMatch), caller, NoteForm.of(form)))
			.map((written) -> DeskArticle.answer(written, this.site));
	}

	@Operation(summary = "Make a draft again of what is in review or scheduled")
	@PostMapping("/return")
	Mono<ResponseEntity<DeskArticle>> giveBack(@PathVariable UUID id,
			@Valid @RequestBody(required = false) @Nullable NoteForm form,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
		return this.review.giveBack(new Order(id, new IfMatch(ifMatch), caller, NoteForm.of(form)))
			.map((written) -> DeskArticle.answer(written, this.site));
	}

	@Operation(summary = "Set when an article becomes public by itself, or another time")
	@PostMapping("/schedule")
	Mono<ResponseEntity<DeskArticle>> schedule(@PathVariable UUID id, @Valid @RequestBody ScheduleForm form,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
		return this.review.schedule(new Order(id, new IfMatch(ifMatch), caller, form.note()), form)
			.map((written) -> DeskArticle.answer(written, this.site));
	}

}
