package org.rayonka.engagement.popular;

import java.util.regex.Pattern;

import org.rayonka.engagement.scoreboard.ListName;
import org.rayonka.engagement.scoreboard.Metric;
import org.rayonka.engagement.scoreboard.Window;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * The popular lists over HTTP.
 */
@RestController
class PopularController {

	private static final int LONGEST = 100;

	/** The gateway shares a list among all who ask for it (RFC 9213, RFC 5861). */
	private static final String SHARED = "max-age=1, stale-while-revalidate=1, stale-if-error=600";

	private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{0,80}");

	private final PopularLists lists;

	PopularController(PopularLists lists) {
		this.lists = lists;
	}

	/** A list, best first; empty for an edition that nobody has read yet. */
	@GetMapping("/api/v1/popular")
	Mono<ResponseEntity<PopularList>> popular(@RequestParam(defaultValue = "views") String by,
			@RequestParam(defaultValue = "24h") String window, @RequestParam(defaultValue = "") String edition,
			@RequestParam(defaultValue = "") String rubric, @RequestParam(defaultValue = "10") int limit) {
		if (limit < 1 || limit > LONGEST) {
			throw new PopularProblem("'limit' is from 1 to %d".formatted(LONGEST));
		}
		Metric metric = Metric.of(by)
			.orElseThrow(() -> new PopularProblem("'by' is views, likes, comments or trending"));
		Window back = Window.of(window).orElseThrow(() -> new PopularProblem("'window' is 24h, 7d, 30d or all"));
		ListName list = new ListName(metric, back, slug("edition", edition), slug("rubric", rubric));
		return this.lists.list(list, limit)
			.map((made) -> ResponseEntity.ok().header("CDN-Cache-Control", SHARED).body(made));
	}

	private static String slug(String name, String value) {
		if (!SLUG.matcher(value).matches()) {
			throw new PopularProblem("'%s' is a slug".formatted(name));
		}
		return value;
	}

}
