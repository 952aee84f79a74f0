package org.rayonka.web;

import java.time.Duration;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.web.reactive.function.BodyInserters;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What readers have chosen, and who they are.
 */
class WishesIT extends SiteUnderTest {

	@Test
	void keepsTheWishForTheVersionForWeakSight() {
		EntityExchangeResult<String> answer = get(PATH + "?utm_source=x&a11y=on");
		assertThat(parsed(answer).select("html.weak-sight[data-size=150][data-colours=white]")).hasSize(1);
		assertThat(parsed(answer).select("link[rel=stylesheet] + link[href$='/weak-sight.css']")).hasSize(1);
		assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.SET_COOKIE))
			.startsWith("a11y=150.white.on.normal.normal.sans; Path=/");
		EntityExchangeResult<String> next = as("a11y=200.brown.off.wide.wider.serif", "/zarechye/?cursor=b2xkZXI");
		assertThat(parsed(next).select("""
				html.weak-sight[data-size=200][data-colours=brown][data-pictures=off][data-letters=wide]\
				[data-lines=wider][data-type=serif]""")).hasSize(1);
		assertThat(parsed(next).select("a[href='/zarechye/?cursor=b2xkZXI&a11y=off']").text())
			.isEqualTo("Обычная версия");
		assertThat(parsed(next).select("form.sight input[name=return]").attr("value"))
			.isEqualTo("/zarechye/?cursor=b2xkZXI");
		assertThat(parsed(next).select("form.sight input[checked]").eachAttr("value")).containsExactly("200", "brown",
				"off", "wide", "wider", "serif");
		assertThat(parsed(next).select("img:not([loading=lazy])")).as("pictures nobody wants").isEmpty();
		assertThat(next.getResponseHeaders().getCacheControl()).contains("private");
		assertThat(next.getResponseHeaders().getVary()).contains(HttpHeaders.COOKIE);
		assertThat(
				parsed(as("a11y=200.brown.off.wide.wider.serif", PATH + "?a11y=on")).select("html[data-colours=brown]"))
			.as("asked for again")
			.hasSize(1);
		assertThat(get(PATH + "?a11y=off").getResponseHeaders().getFirst(HttpHeaders.SET_COOKIE))
			.startsWith("a11y=; Path=/; Max-Age=0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "on", "off", "200.pink.off.wide.wider.serif", "200", "x" })
	void showsOrdinaryPagesForACookieThatIsNotOurs(String cookie) {
		Document page = parsed(as("a11y=" + cookie, PATH));
		assertThat(
				page.select(".weak-sight, form.sight, [data-size], script[src$='sight.js'], link[href$='sight.css']"))
			.isEmpty();
		assertThat(page.select(".service-sight").text()).isEqualTo("Версия для слабовидящих");
	}

	@Test
	void settlesTheVersionForWeakSightWithoutScript() {
		BodyInserters.FormInserter<String> form = BodyInserters.fromFormData("size", "200")
			.with("colours", "black")
			.with("pictures", "grey")
			.with("letters", "normal")
			.with("lines", "wide")
			.with("type", "sans");
		post("/a11y", form.with("return", PATH + "?comments=x")).expectStatus()
			.isEqualTo(HttpStatus.SEE_OTHER)
			.expectHeader()
			.valueEquals(HttpHeaders.LOCATION, PATH + "?comments=x")
			.expectCookie()
			.valueEquals("a11y", "200.black.grey.normal.wide.sans")
			.expectCookie()
			.httpOnly("a11y", true);
		post("/a11y", BodyInserters.fromFormData("usual", "").with("return", "//evil.example")).expectHeader()
			.valueEquals(HttpHeaders.LOCATION, "/")
			.expectCookie()
			.valueEquals("a11y", "150.white.on.normal.normal.sans");
		post("/a11y", BodyInserters.fromFormData("size", "huge")).expectStatus().isBadRequest();
		this.client.post().uri("/a11y").header("Sec-Fetch-Site", "cross-site").exchange().expectStatus().isForbidden();
	}

	@Test
	void remembersTheChosenPaper() {
		post("/me/paper", BodyInserters.fromFormData("edition", "zarechye")).expectStatus()
			.isEqualTo(HttpStatus.SEE_OTHER)
			.expectHeader()
			.valueEquals(HttpHeaders.LOCATION, "/zarechye/")
			.expectCookie()
			.valueEquals("paper", "zarechye");
		post("/me/paper", BodyInserters.fromFormData("edition", "nowhere")).expectStatus().isNotFound();
		post("/me/paper", BodyInserters.fromFormData("edition", "")).expectHeader()
			.valueEquals(HttpHeaders.LOCATION, "/")
			.expectCookie()
			.maxAge("paper", Duration.ZERO);
		ARTICLES.sample("GET /api/v1/articles?edition=zarechye&limit=4", "articles-zarechye");
		Document front = parsed(as("paper=zarechye", "/"));
		assertThat(front.select(".own h2 a").attr("href")).isEqualTo("/zarechye/");
		assertThat(front.select(".own li")).hasSize(12);
		assertThat(parsed(as("paper=nowhere", "/")).select(".own")).isEmpty();
		assertThat(page("/", HttpStatus.OK).select(".own")).isEmpty();
		ARTICLES.answer("GET /api/v1/articles?edition=kedrovo&limit=4", 503, "{}");
		assertThat(parsed(as("paper=kedrovo", "/")).select(".card-lead")).as("without it, a whole page").hasSize(1);
	}

	@Test
	void speaksEnglishToWhoPrefersIt() {
		Document page = parsed(this.client.get()
			.uri(PATH)
			.header(HttpHeaders.ACCEPT_LANGUAGE, "en-GB,en;q=0.9,ru;q=0.2")
			.exchange()
			.expectBody(String.class)
			.returnResult());
		assertThat(page.select("html").attr("lang")).isEqualTo("en");
		assertThat(page.select("article.story").attr("lang")).isEqualTo("ru");
		assertThat(page.select("a[data-count=views]").text()).isEqualTo("1,387 views");
		assertThat(page(PATH + "?lang=ru", HttpStatus.OK).select("html").attr("lang")).isEqualTo("ru");
	}

	@Test
	void letsOthersCountOnlyReadersWhoAgree() {
		Document unasked = page(PATH, HttpStatus.OK);
		assertThat(unasked.select(".ask a").eachAttr("href")).containsExactly(PATH + "?analytics=on",
				PATH + "?analytics=off");
		assertThat(get(PATH).getResponseHeaders().getFirst("Rayonka-Counted-By")).isNull();
		assertThat(unasked.select("script[data-counter]")).isEmpty();
		for (String from : List.of("cross-site", "same-site", "none")) {
			EntityExchangeResult<String> led = from(from, PATH + "?analytics=on");
			assertThat(led.getResponseHeaders().getFirst(HttpHeaders.SET_COOKIE)).as(from).isNull();
			assertThat(parsed(led).select("script[data-counter]")).as(from).isEmpty();
		}
		EntityExchangeResult<String> agreed = from("same-origin", PATH + "?analytics=on");
		assertThat(agreed.getResponseHeaders().getFirst(HttpHeaders.SET_COOKIE)).startsWith("analytics=on; Path=/");
		EntityExchangeResult<String> counted = as("analytics=on", PATH);
		assertThat(counted.getResponseHeaders().getFirst("Rayonka-Counted-By")).isEqualTo("metrika");
		assertThat(parsed(counted).select("script[data-counter]").attr("data-counter")).isEqualTo("99000111");
		assertThat(parsed(counted).select(".ask")).isEmpty();
		assertThat(parsed(counted).select(".colophon a[href='" + PATH + "?analytics=off']")).hasSize(1);
		EntityExchangeResult<String> elsewhere = as("analytics=on", "/kedrovo/");
		assertThat(elsewhere.getResponseHeaders().getFirst("Rayonka-Counted-By")).isNull();
		assertThat(parsed(elsewhere).select("script[data-counter], .ask")).isEmpty();
		EntityExchangeResult<String> refused = as("analytics=off", PATH);
		assertThat(refused.getResponseHeaders().getFirst("Rayonka-Counted-By")).isNull();
		assertThat(parsed(refused).select("script[data-counter], .ask")).isEmpty();
	}

	@Test
	void knowsWhoIsSignedInAndShowsPagesToAllOthers() {
		Document page = parsed(this.client.get()
			.uri(PATH)
			.headers((headers) -> headers.setBearerAuth("anna"))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult());
		assertThat(page.select(".service-name").text()).isEqualTo("Анна Лебедева");
		assertThat(page.select("form[action='/sign-out'][method=post]")).hasSize(1);
		assertThat(page.select("form[data-like][data-signed]")).as("asks what this reader likes").hasSize(1);
		assertThat(page.select("#write-name")).isEmpty();
		this.client.get()
			.uri(PATH)
			.headers((headers) -> headers.setBearerAuth("forged"))
			.exchange()
			.expectStatus()
			.isOk();
	}

	private EntityExchangeResult<String> from(String fetchSite, String path) {
		return this.client.get()
			.uri(path)
			.header("Sec-Fetch-Site", fetchSite)
			.exchange()
			.expectBody(String.class)
			.returnResult();
	}

}
