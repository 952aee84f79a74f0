package org.rayonka.web;

import java.time.Duration;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages while other services are away, or say nothing.
 */
class ServicesAwayIT extends SiteUnderTest {

	@Test
	void staysAPageWithoutEngagementService() {
		ENGAGEMENT.away(true);
		Document page = page(PATH + "?without=engagement", HttpStatus.OK);
		assertThat(page.select(".reactions .note").text()).isEqualTo("Счётчики временно недоступны.");
		assertThat(page.select("a[data-count=views]").text()).isEqualTo("1 387 просмотров");
		assertThat(page.select("#comments .comment")).hasSize(3);
	}

	@Test
	void showsADashForANumberThatNobodyKnows() {
		ENGAGEMENT.away(true);
		ARTICLES.answer("GET /api/v1/pages?path=" + PATH, 200,
				StandIn.read("article").replaceFirst("\"counts\": \\{[^}]*}", "\"counts\": null"));
		Document page = page(PATH, HttpStatus.OK);
		assertThat(page.select("a[data-count=views]").text()).isEqualTo("– просмотров");
		assertThat(page.select("[data-count=likes]").text()).isEqualTo("–");
	}

	@Test
	void staysAPageWithoutCommentService() {
		COMMENTS.away(true);
		Document page = page(PATH, HttpStatus.OK);
		assertThat(page.select("#comments .note-away").text()).startsWith("Комментарии временно недоступны");
		assertThat(page.select("form.write textarea")).hasSize(1);
		assertThat(page.select(".body blockquote")).hasSize(1);
	}

	@Test
	void isAWholePageBeforeOtherServicesHaveHeardOfTheArticle() {
		ENGAGEMENT.answer("GET " + API + "/counts", 404, "{}");
		COMMENTS.answer("GET " + API + "/comments", 404, "{}");
		Document page = page(PATH, HttpStatus.OK);
		assertThat(page.select(".note-away, .reactions .note")).isEmpty();
		assertThat(page.select("form.write")).hasSize(1);
	}

	@Test
	void showsTheLastKnownArticleWithoutArticleService() {
		page(PATH, HttpStatus.OK);
		this.clock.turn(Duration.ofMinutes(1));
		ARTICLES.away(true);
		Document page = page(PATH, HttpStatus.OK);
		assertThat(page.select(".body blockquote")).hasSize(1);
		assertThat(page.select(".story .note-away").text()).contains("последняя известная версия");
	}

	@Test
	void waitsForNoServiceThatSaysNothing() {
		page(PATH, HttpStatus.OK);
		this.clock.turn(Duration.ofMinutes(1));
		List.of(ARTICLES, ENGAGEMENT, COMMENTS).forEach(StandIn::silent);
		Document page = page(PATH, HttpStatus.OK);
		assertThat(page.select(".story .note-away").text()).contains("последняя известная версия");
		assertThat(page.select(".reactions .note").text()).isEqualTo("Счётчики временно недоступны.");
		assertThat(page.select("#comments .note-away").text()).startsWith("Комментарии временно недоступны");
		page("/zarechye/2026/10/02/never-seen", HttpStatus.SERVICE_UNAVAILABLE);
	}

	@Test
	void says503ForAPageItNeverSawWithoutArticleService() {
		page("/", HttpStatus.OK);
		this.clock.turn(Duration.ofMinutes(1));
		ARTICLES.away(true);
		EntityExchangeResult<String> answer = get("/zarechye/2026/10/01/never-seen");
		assertThat(answer.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isNotEmpty();
		assertThat(parsed(answer).select("main a").eachAttr("href")).contains("/", "/zarechye/");
	}

	@Test
	void forgetsAWithdrawnArticleEvenWithoutArticleService() {
		page(PATH, HttpStatus.OK);
		this.clock.turn(Duration.ofSeconds(2));
		ARTICLES.answer("GET /api/v1/pages?path=" + PATH, 410, "{}");
		page(PATH, HttpStatus.GONE);
		this.clock.turn(Duration.ofMinutes(1));
		ARTICLES.away(true);
		page(PATH, HttpStatus.GONE);
	}

}
