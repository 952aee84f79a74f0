package org.rayonka.web.front;

import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;

import org.rayonka.access.Caller;
import org.rayonka.web.article.ArticleQuery;
import org.rayonka.web.article.Articles;
import org.rayonka.web.article.Edition;
import org.rayonka.web.failure.PageProblem;
import org.rayonka.web.failure.Unanswered;
import org.rayonka.web.front.Editorials.Desk;
import org.rayonka.web.page.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What an edition printed day by day, at the addresses that those of its articles begin
 * with.
 */
@RestController
class ArchiveController {

	private static final int MOST = 100;

	private final Editorials editorials;

	private final Articles articles;

	private final EditionPages pages;

	private final Clock clock;

	ArchiveController(Editorials editorials, Articles articles, EditionPages pages, Clock clock) {
		this.editorials = editorials;
		this.articles = articles;
		this.pages = pages;
		this.clock = clock;
	}

	/** Leads the form, which works without script, to its day, else to today. */
	@GetMapping({ "/{edition}/archive/", "/{edition}/archive" })
	Mono<ResponseEntity<Void>> archive(ServerWebExchange exchange, @PathVariable String edition) {
		String day = exchange.getRequest().getQueryParams().getFirst("day");
		return this.editorials.named(edition)
			.map((desk) -> lead(desk.edition(), parsed((day != null) ? day : today(desk.edition()).toString())));
	}

	@GetMapping("/{edition}/{year:\\d{4}}/{month:\\d{2}}/{day:\\d{2}}")
	Mono<ResponseEntity<Void>> withoutSlash(@PathVariable String edition, @PathVariable String year,
			@PathVariable String month, @PathVariable String day) {
		return this.editorials.named(edition)
			.map((desk) -> ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
				.location(URI.create(ArchivePage.path(desk.edition(), parsed(year + "-" + month + "-" + day))))
				.build());
	}

	@GetMapping("/{edition}/{year:\\d{4}}/{month:\\d{2}}/{day:\\d{2}}/")
	Mono<ResponseEntity<byte[]>> day(ServerWebExchange exchange, Caller caller, @PathVariable String edition,
			@PathVariable String year, @PathVariable String month, @PathVariable String day) {
		Visit visit = Visit.of(exchange, caller);
		LocalDate date = parsed(year + "-" + month + "-" + day);
		return this.editorials.named(edition)
			.filter((desk) -> !date.isAfter(today(desk.edition())))
			.switchIfEmpty(Mono.error(PageProblem.NotFound::new))
			.flatMap((desk) -> day(visit, desk, date));
	}

	private Mono<ResponseEntity<byte[]>> day(Visit visit, Desk desk, LocalDate date) {
		ArticleQuery query = ArticleQuery.on(desk.edition(), date, MOST);
		return Unanswered.orAway(this.articles.list(query))
			.map((list) -> this.pages.archive(visit, desk, date, today(desk.edition()), list));
	}

	private LocalDate today(Edition edition) {
		return LocalDate.ofInstant(this.clock.instant(), edition.zone());
	}

	private static ResponseEntity<Void> lead(Edition edition, LocalDate day) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(ArchivePage.path(edition, day))).build();
	}

	private static LocalDate parsed(String day) {
		try {
			return LocalDate.parse(day);
		}
		catch (DateTimeException ex) {
			throw new PageProblem.NotFound();
		}
	}

}
