package org.rayonka.web;

import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What readers do without script.
 */
class FormsIT extends SiteUnderTest {

	@Test
	void likesWithoutScript() {
		ENGAGEMENT.answer("PUT " + API + "/like", 200, "{\"likes\":65,\"liked\":true}");
		this.client.post()
			.uri(PATH + "/like")
			.header("Sec-Fetch-Site", "same-origin")
			.header("Rayonka-Visitor", "v-1")
			.header("X-Forwarded-For", "192.0.2.1")
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.SEE_OTHER)
			.expectHeader()
			.valueEquals(HttpHeaders.LOCATION, PATH + "?said=liked#reactions");
		StandIn.Request put = ENGAGEMENT.received("PUT").getFirst();
		assertThat(put.headers().getFirst("Rayonka-Visitor")).isEqualTo("v-1");
		assertThat(put.headers().getFirst("X-Forwarded-For")).isEqualTo("192.0.2.1");
		Document page = page(PATH + "?said=liked", HttpStatus.OK);
		assertThat(page.select("[data-said=like]").text()).isEqualTo("Спасибо, ваша отметка учтена.");
		assertThat(page.select("form[data-like]").attr("action")).isEqualTo(PATH + "/unlike");
	}

	@ParameterizedTest
	@ValueSource(strings = { "cross-site", "same-site" })
	void refusesFormsOfOtherSites(String site) {
		this.client.post().uri(PATH + "/like").header("Sec-Fetch-Site", site).exchange().expectStatus().isForbidden();
		this.client.post()
			.uri(PATH + "/like")
			.header("Origin", "https://elsewhere.example")
			.exchange()
			.expectStatus()
			.isForbidden();
		assertThat(ENGAGEMENT.received("PUT")).isEmpty();
	}

	@Test
	void commentsWithoutScript() {
		COMMENTS.answer("POST " + API + "/comments", 201,
				"{\"id\":\"019b0000-0000-7000-8000-000000000009\",\"status\":\"pending\"}");
		for (int sentTwice = 0; sentTwice < 2; sentTwice++) {
			comment("Хороший мост").expectStatus()
				.isEqualTo(HttpStatus.SEE_OTHER)
				.expectHeader()
				.valueEquals(HttpHeaders.LOCATION,
						PATH + "?at=%1$s&said=pending#comment-%1$s".formatted("019b0000-0000-7000-8000-000000000009"));
		}
		List<StandIn.Request> posts = COMMENTS.received("POST");
		assertThat(posts).hasSize(2);
		assertThat(posts.getFirst().body()).isEqualTo("{\"text\":\"Хороший мост\",\"name\":\"Пётр\"}");
		assertThat(posts.stream().map((post) -> post.headers().getFirst("Idempotency-Key")).distinct()).hasSize(1);
		assertThat(page(PATH + "?said=pending", HttpStatus.OK).select("#comments .said").text())
			.contains("после проверки модератором");
	}

	@ParameterizedTest
	@CsvSource({ "429, 429", "409, 409", "422, 400", "401, 403", "503, 503", "0, 503" })
	void keepsWhatWasTypedWhenACommentIsNotTaken(int answer, int status) {
		COMMENTS.answer("POST " + API + "/comments", answer, "{}");
		COMMENTS.away(answer == 0);
		Document page = Jsoup.parse(text(comment("Хороший <мост>").expectStatus()
			.isEqualTo(status)
			.expectBody(String.class)
			.returnResult()
			.getResponseBody()));
		assertThat(page.select("textarea").text()).isEqualTo("Хороший <мост>");
		assertThat(page.select("input[name=name]").attr("value")).isEqualTo("Пётр");
		assertThat(page.select("[role=alert]").text()).isNotEmpty();
	}

	private WebTestClient.ResponseSpec comment(String words) {
		return this.client.post()
			.uri(PATH + "/comments")
			.header("Rayonka-Visitor", "v-1")
			.body(BodyInserters.fromFormData("text", words).with("name", "Пётр").with("parent", ""))
			.exchange();
	}

}
