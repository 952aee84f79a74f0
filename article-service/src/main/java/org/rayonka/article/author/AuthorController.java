package org.rayonka.article.author;

import java.util.List;
import java.util.stream.Stream;

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
import org.rayonka.article.edition.Edition;
import org.rayonka.article.edition.Editions;
import org.rayonka.article.media.Media;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Authors over HTTP.
 */
@RestController
@Tag(name = "authors", description = "Those who write")
class AuthorController {

	private final Authors authors;

	private final Editions editions;

	private final Media media;

	private final PublicAddress site;

	AuthorController(Authors authors, Editions editions, Media media, PublicAddress site) {
		this.authors = authors;
		this.editions = editions;
		this.media = media;
		this.site = site;
	}

	/**
	 * All authors of a newsroom.
	 */
	record AuthorList(List<AuthorView> items) {
	}

	@Operation(summary = "The authors of an edition, by name")
	@GetMapping("/api/v1/authors")
	Mono<ResponseEntity<AuthorList>> list(@RequestParam @PlainText String edition) {
		return this.editions.find(edition)
			.switchIfEmpty(Mono.error(() -> new ArticleProblem.EditionNotFound(edition)))
			.thenMany(this.authors.of(edition))
			.map((author) -> AuthorView.of(author, this.site))
			.collectList()
			.map((items) -> revalidated(new AuthorList(items)));
	}

	@Operation(summary = "One author; the articles are those with author=slug")
	@GetMapping("/api/v1/authors/{slug}")
	Mono<ResponseEntity<AuthorView>> get(@PathVariable @PlainText String slug) {
		return this.authors.find(slug)
			.switchIfEmpty(Mono.error(() -> new ArticleProblem.AuthorNotFound(slug)))
			.map((author) -> revalidated(AuthorView.of(author, this.site)));
	}

	@Operation(summary = "Create or replace the entry of an author; done by editors of the author's edition")
	@PutMapping("/api/v1/newsroom/authors/{slug}")
	Mono<ResponseEntity<AuthorView>> put(@PathVariable @Pattern(regexp = "[a-z][a-z0-9-]{1,63}") String slug,
			@Valid @RequestBody AuthorForm form, Caller caller) {
		Author author = form.author(slug);
		return edition(author).then(portrait(author))
			.then(this.authors.find(slug).defaultIfEmpty(author))
			.doOnNext((known) -> check(caller, known, author))
			.flatMap((known) -> this.authors.put(author, known.edition()))
			.switchIfEmpty(Mono.error(() -> StateConflict.authorMoved(slug)))
			.map((created) -> ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
				.body(AuthorView.of(author, this.site)));
	}

	private Mono<Edition> edition(Author author) {
		return this.editions.find(author.edition())
			.switchIfEmpty(Mono.error(() -> InvalidRequest.edition(author.edition())));
	}

	private Mono<Void> portrait(Author author) {
		List<String> paths = Stream.ofNullable(author.picture()).toList();
		return this.media.find(paths)
			.filter((files) -> files.keySet().containsAll(paths)
					&& files.values().stream().allMatch((file) -> file.width() != null))
			.switchIfEmpty(Mono.error(() -> InvalidRequest.media(paths)))
			.then();
	}

	/** Who moves an author to another newsroom has to be an editor of both. */
	private static void check(Caller caller, Author known, Author wanted) {
		for (String edition : List.of(known.edition(), wanted.edition())) {
			if (!caller.mayPublish(edition)) {
				throw new AccessProblem.Forbidden("Only editors of " + edition + " do this");
			}
		}
	}

	private static <T> ResponseEntity<T> revalidated(T body) {
		return ResponseEntity.ok().cacheControl(CacheControl.noCache().cachePublic()).eTag(WeakTag.of(body)).body(body);
	}

}
