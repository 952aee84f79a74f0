package org.rayonka.article.writing;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.article.PlainText;
import org.rayonka.article.writing.DeskList.Item;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * What a newsroom works on, over HTTP.
 */
@RestController
@Tag(name = "newsroom")
class DeskListController {

	private final DeskList list;

	DeskListController(DeskList list) {
		this.list = list;
	}

	/**
	 * A part of the list.
	 */
	record Part(List<Item> items, @Nullable String next) {
	}

	@Operation(summary = "An edition's articles in every state, last written first")
	@GetMapping("/api/v1/newsroom/articles")
	Mono<ResponseEntity<Part>> list(@RequestParam @PlainText String edition,
			@RequestParam(required = false) @Pattern(
					regexp = "draft|in_review|scheduled|published|withdrawn") @Nullable String status,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
			@RequestParam(required = false) @Nullable String cursor, Caller caller) {
		Rights.write(caller, edition);
		return this.list.list(edition, (status != null) ? Status.of(status) : null, cursor, limit)
			.map((page) -> ResponseEntity.ok()
				.cacheControl(CacheControl.noStore())
				.body(new Part(page.items(), page.next())));
	}

}
