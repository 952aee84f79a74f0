package org.rayonka.web.article;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Mono;

/**
 * What is asked of article-service.
 */
interface ArticleClient {

	@GetExchange("/api/v1/editions")
	Mono<EditionList> editions();

	@GetExchange("/api/v1/articles")
	Mono<ArticleList> articles(@RequestParam(required = false) @Nullable String edition,
			@RequestParam(required = false) @Nullable String rubric,
			@RequestParam(required = false) @Nullable String tag,
			@RequestParam(required = false) @Nullable String author,
			@RequestParam(required = false) @Nullable Boolean video,
			@RequestParam(required = false) @Nullable Instant from,
			@RequestParam(required = false) @Nullable Instant to, @RequestParam int limit,
			@RequestParam(required = false) @Nullable String cursor);

	@GetExchange("/api/v1/editions/{edition}/main")
	Mono<MainStories> main(@PathVariable String edition);

	@GetExchange("/api/v1/editions/{edition}/lists")
	Mono<RuleLists> lists(@PathVariable String edition);

	@GetExchange("/api/v1/pages")
	Mono<Article> page(@RequestParam String path);

	@GetExchange("/api/v1/articles/{id}")
	Mono<Article> article(@PathVariable UUID id);

	/**
	 * What the editors pinned.
	 *
	 * @param items in their order
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record MainStories(List<Article> items) {

	}

	/**
	 * What fills itself.
	 *
	 * @param items in the editors' order
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record RuleLists(List<RuleList> items) {

	}

	/**
	 * All editions of the network.
	 *
	 * @param items in the order of the region selector
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record EditionList(List<Edition> items) {

	}

}
