package org.rayonka.article.rulelists;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.rayonka.access.AccessProblem;
import org.rayonka.access.Caller;
import org.rayonka.article.ArticleProblem;
import org.rayonka.article.InvalidRequest;
import org.rayonka.article.PlainText;
import org.rayonka.article.PublicAddress;
import org.rayonka.article.WeakTag;
import org.rayonka.article.edition.Edition;
import org.rayonka.article.edition.Editions;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * Lists by rule over HTTP. What is in one now is what its address answers.
 */
@RestController
@Tag(name = "editions")
class RuleListController {

	private final RuleLists lists;

	private final Editions editions;

	private final PublicAddress site;

	RuleListController(RuleLists lists, Editions editions, PublicAddress site) {
		this.lists = lists;
		this.editions = editions;
		this.site = site;
	}

	/**
	 * All lists of an edition.
	 */
	record Lists(List<RuleListView> items) {
	}

	/**
	 * A list.
	 *
	 * @param url where its articles are
	 */
	record RuleListView(@JsonUnwrapped RuleList list, String url) {
	}

	/**
	 * The lists as an editor writes them.
	 *
	 * @param lists in their order, none to have none
	 */
	record Form(@NotNull @Size(max = 8) List<@NotNull @Valid RuleList> lists) {
	}

	@Operation(summary = "The lists of an edition's front page that fill themselves by a rule, in the editors' order")
	@GetMapping("/api/v1/editions/{slug}/lists")
	Mono<ResponseEntity<Lists>> list(@PathVariable @PlainText String slug) {
		return edition(slug).flatMap((edition) -> read(slug))
			.map((lists) -> ResponseEntity.ok()
				.cacheControl(CacheControl.noCache().cachePublic())
				.eTag(WeakTag.of(lists))
				.body(lists));
	}

	@Operation(summary = "Replace the lists of an edition's front page that fill themselves by a rule")
	@PutMapping("/api/v1/newsroom/editions/{slug}/lists")
	Mono<Lists> put(@PathVariable @PlainText String slug, @Valid @RequestBody Form form, Caller caller) {
		if (!caller.mayPublish(slug)) {
			return Mono.error(new AccessProblem.Forbidden("Only editors of " + slug + " do this"));
		}
		return edition(slug).doOnNext((edition) -> form.lists().forEach((list) -> check(edition, list)))
			.then(this.lists.put(slug, form.lists()))
			.then(read(slug));
	}

	private static void check(Edition edition, RuleList list) {
		String rubric = list.rubric();
		if (rubric != null && !edition.hasRubric(rubric)) {
			throw InvalidRequest.rubric(rubric);
		}
	}

	private Mono<Edition> edition(String slug) {
		return this.editions.find(slug).switchIfEmpty(Mono.error(() -> new ArticleProblem.EditionNotFound(slug)));
	}

	private Mono<Lists> read(String slug) {
		return this.lists.of(slug)
			.map((list) -> new RuleListView(list, this.site.url(query(slug, list))))
			.collectList()
			.map(Lists::new);
	}

	private static String query(String edition, RuleList list) {
		return UriComponentsBuilder.fromPath("/api/v1/articles")
			.queryParam("edition", edition)
			.queryParamIfPresent("rubric", Optional.ofNullable(list.rubric()))
			.queryParamIfPresent("tag", Optional.ofNullable(list.tag()))
			.queryParamIfPresent("author", Optional.ofNullable(list.author()))
			.queryParamIfPresent("video", Optional.ofNullable(list.video()))
			.queryParam("limit", list.length())
			.encode()
			.toUriString();
	}

}
