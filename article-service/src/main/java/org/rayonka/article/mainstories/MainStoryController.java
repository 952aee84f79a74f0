package org.rayonka.article.mainstories;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.UniqueElements;
import org.rayonka.access.AccessProblem;
import org.rayonka.access.Caller;
import org.rayonka.article.ArticleProblem;
import org.rayonka.article.InvalidRequest;
import org.rayonka.article.PlainText;
import org.rayonka.article.PublicAddress;
import org.rayonka.article.WeakTag;
import org.rayonka.article.edition.Edition;
import org.rayonka.article.edition.Editions;
import org.rayonka.article.reading.ArticleView;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Main stories over HTTP.
 */
@RestController
@Tag(name = "editions")
class MainStoryController {

	private final MainStories stories;

	private final Editions editions;

	private final PublicAddress site;

	MainStoryController(MainStories stories, Editions editions, PublicAddress site) {
		this.stories = stories;
		this.editions = editions;
		this.site = site;
	}

	/**
	 * The stories as readers see them.
	 */
	record StoryList(List<ArticleView> items) {
	}

	/**
	 * The stories as an editor pins them.
	 *
	 * @param articles ids in their order, none to unpin all
	 */
	record StoryForm(@NotNull @Size(max = 10) @UniqueElements List<@NotNull UUID> articles) {
	}

	@Operation(summary = "What the editors pinned to the top of an edition's front page, in their order")
	@GetMapping("/api/v1/editions/{slug}/main")
	Mono<ResponseEntity<StoryList>> list(@PathVariable @PlainText String slug) {
		return edition(slug).flatMap((edition) -> read(slug))
			.map((list) -> ResponseEntity.ok()
				.cacheControl(CacheControl.noCache().cachePublic())
				.eTag(WeakTag.of(list))
				.body(list));
	}

	@Operation(summary = "Pin published articles, of this edition or another, to the top of an edition's front page")
	@PutMapping("/api/v1/newsroom/editions/{slug}/main")
	Mono<StoryList> put(@PathVariable @PlainText String slug, @Valid @RequestBody StoryForm form, Caller caller) {
		if (!caller.mayPublish(slug)) {
			return Mono.error(new AccessProblem.Forbidden("Only editors of " + slug + " do this"));
		}
		return edition(slug).then(this.stories.unknown(form.articles()))
			.filter(List::isEmpty)
			.switchIfEmpty(Mono.error(InvalidRequest::unpublished))
			.then(this.stories.put(slug, form.articles()))
			.then(read(slug));
	}

	private Mono<Edition> edition(String slug) {
		return this.editions.find(slug).switchIfEmpty(Mono.error(() -> new ArticleProblem.EditionNotFound(slug)));
	}

	private Mono<StoryList> read(String slug) {
		return this.stories.of(slug)
			.map((article) -> ArticleView.of(article, this.site))
			.collectList()
			.map(StoryList::new);
	}

}
