package org.rayonka.article.edition;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.rayonka.access.AccessProblem;
import org.rayonka.access.Caller;
import org.rayonka.article.ArticleProblem;
import org.rayonka.article.InvalidRequest;
import org.rayonka.article.PlainText;
import org.rayonka.article.PublicAddress;
import org.rayonka.article.StateConflict;
import org.rayonka.article.WeakTag;
import org.rayonka.article.media.Media;
import org.rayonka.article.media.StoredFile;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Editions over HTTP.
 */
@RestController
@Tag(name = "editions", description = "The newspapers of the network and their imprint")
class EditionController {

	/** In pixels: every page of the edition loads it. */
	private static final int LARGEST_EMBLEM = 512;

	private final Editions editions;

	private final Media media;

	private final PublicAddress site;

	private final TransactionalOperator transaction;

	EditionController(Editions editions, Media media, PublicAddress site, TransactionalOperator transaction) {
		this.editions = editions;
		this.media = media;
		this.site = site;
		this.transaction = transaction;
	}

	/**
	 * All of them.
	 */
	record EditionList(List<EditionView> items) {
	}

	@Operation(summary = "All editions, by name")
	@GetMapping("/api/v1/editions")
	Mono<ResponseEntity<EditionList>> list() {
		return this.editions.all()
			.map((edition) -> EditionView.of(edition, this.site))
			.collectList()
			.map((items) -> revalidated(new EditionList(items)));
	}

	@Operation(summary = "One edition with its imprint and rubrics")
	@GetMapping("/api/v1/editions/{slug}")
	Mono<ResponseEntity<EditionView>> get(@PathVariable @PlainText String slug) {
		return this.editions.find(slug)
			.switchIfEmpty(Mono.error(() -> new ArticleProblem.EditionNotFound(slug)))
			.map((edition) -> revalidated(EditionView.of(edition, this.site)));
	}

	@Operation(summary = "Create or replace an edition")
	@PutMapping("/api/v1/newsroom/editions/{slug}")
	Mono<ResponseEntity<EditionView>> put(@PathVariable @Pattern(regexp = "[a-z][a-z0-9-]{1,31}") String slug,
			@Valid @RequestBody EditionForm form, Caller caller) {
		if (!caller.mayManageEditions()) {
			return Mono.error(new AccessProblem.Forbidden("Only the network's administrators write editions"));
		}
		Edition edition = form.toEdition(slug);
		return checked(edition).flatMap((fit) -> this.editions.put(fit).as(this.transaction::transactional))
			.onErrorMap(DataIntegrityViolationException.class, (ex) -> StateConflict.inUse())
			.map((created) -> ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
				.body(EditionView.of(edition, this.site)));
	}

	private Mono<Edition> checked(Edition edition) {
		String emblem = edition.emblem();
		return (emblem == null) ? Mono.just(edition) : this.media.find(List.of(emblem)).map((files) -> {
			StoredFile file = files.get(emblem);
			if (file == null) {
				throw InvalidRequest.media(List.of(emblem));
			}
			if (file.width() == null || file.height() == null
					|| Math.max(file.width(), file.height()) > LARGEST_EMBLEM) {
				throw InvalidRequest.emblem(LARGEST_EMBLEM);
			}
			return edition;
		});
	}

	private static <T> ResponseEntity<T> revalidated(T body) {
		return ResponseEntity.ok().cacheControl(CacheControl.noCache().cachePublic()).eTag(WeakTag.of(body)).body(body);
	}

}
