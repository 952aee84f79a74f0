package org.rayonka.gateway.visitor;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rayonka.gateway.GatewayTest;
import org.rayonka.gateway.Outside;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class VisitorsIT {

	private static final String HEADER = "/headers/rayonka-visitor";

	@LocalServerPort
	private int port;

	private WebTestClient outside = WebTestClient.bindToServer().build();

	@BeforeEach
	void comeFromOutside() {
		this.outside = Outside.at(this.port);
	}

	@ParameterizedTest
	@CsvSource({ "PUT,/api/v1/articles/1/like,application/json,true",
			"PUT,/api/v1/comments/1/vote,application/json,true",
			"POST,/api/v1/articles/1/comments,application/json,true",
			"POST,/api/v1/comments/1/report,application/json,true",
			"POST,/zarechye/2026/11/22/snow/like,application/x-www-form-urlencoded,true",
			"POST,/api/v1/articles/1/views,application/json,false",
			"DELETE,/api/v1/articles/1/like,application/json,false",
			"GET,/api/v1/articles/1/like,application/json,false", "GET,/api/v1/articles/1,application/json,false",
			"GET,/zarechye/,text/html,false", "POST,/login,application/x-www-form-urlencoded,false" })
	void makesAStrangerAVisitorWhenTheyAct(String method, String path, String type, boolean welcome) {
		WebTestClient.ResponseSpec answer = this.outside.method(HttpMethod.valueOf(method))
			.uri(path)
			.contentType(MediaType.parseMediaType(type))
			.exchange();
		if (welcome) {
			answer.expectCookie().httpOnly("visitor", true).expectCookie().sameSite("visitor", "Lax");
			answer.expectCookie().secure("visitor", true);
			answer.expectCookie().httpOnly("active", true).expectCookie().maxAge("active", Duration.ofMinutes(15));
		}
		else {
			answer.expectCookie().doesNotExist("visitor");
		}
		assertThat(Outside.seen(answer).at(HEADER).isMissingNode()).isNotEqualTo(welcome);
	}

	@Test
	void knowsAVisitorAgain() {
		WebTestClient.ResponseSpec first = this.outside.put().uri("/api/v1/articles/1/like").exchange();
		JsonNode seen = Outside.seen(first);
		String cookie = Outside.cookie(first.returnResult(Void.class).getResponseCookies(), "visitor");
		WebTestClient.ResponseSpec second = this.outside.get()
			.uri("/zarechye/")
			.cookie("visitor", cookie)
			.cookie("active", "1")
			.exchange();
		second.expectCookie().doesNotExist("visitor").expectCookie().doesNotExist("active");
		JsonNode again = Outside.seen(second);
		assertThat(again.at(HEADER).asString()).isEqualTo(seen.at(HEADER).asString()).isNotEmpty();
		assertThat(again.at("/headers/cookie").isMissingNode()).as("the cookie stays here").isTrue();
	}

	@Test
	void marksAVisitorWhoActsAgain() {
		String cookie = Outside.cookie(this.outside.put()
			.uri("/api/v1/articles/1/like")
			.exchange()
			.returnResult(Void.class)
			.getResponseCookies(), "visitor");
		this.outside.put()
			.uri("/api/v1/articles/2/like")
			.cookie("visitor", cookie)
			.exchange()
			.expectCookie()
			.valueEquals("active", "1");
	}

	@Test
	void doesNotBelieveAForgedCookieOrHeader() {
		String forged = "AAAAAAAAAAAAAAAAAAAAAA." + "B".repeat(43);
		JsonNode seen = Outside.seen(this.outside.get()
			.uri("/api/v1/articles/1/comments")
			.cookie("visitor", forged)
			.header("Rayonka-Visitor", "somebody")
			.exchange());
		assertThat(seen.at(HEADER).isMissingNode()).isTrue();
		WebTestClient.ResponseSpec act = this.outside.put()
			.uri("/api/v1/articles/1/like")
			.cookie("visitor", forged)
			.exchange();
		act.expectCookie().exists("visitor");
		assertThat(Outside.seen(act).at(HEADER).asString()).isNotEmpty().isNotEqualTo("AAAAAAAAAAAAAAAAAAAAAA");
	}

	@Test
	void knowsAStrangerWhoRepeatsARequest() {
		String first = stranger("203.0.113.1", "a2f1");
		assertThat(stranger("203.0.113.1", "a2f1")).isEqualTo(first);
		assertThat(stranger("203.0.113.2", "a2f1")).as("from elsewhere").isNotEqualTo(first);
		assertThat(stranger("203.0.113.1", "a2f2")).as("with another key").isNotEqualTo(first);
		assertThat(stranger("203.0.113.1", null)).as("without a key")
			.isNotEqualTo(stranger("203.0.113.1", null))
			.isNotEqualTo(first);
	}

	@Test
	void givesAStrangerWhoRepeatsARequestACookieThatHolds() {
		WebTestClient.ResponseSpec first = comment("203.0.113.1", "a2f3");
		String cookie = Outside.cookie(first.returnResult(Void.class).getResponseCookies(), "visitor");
		JsonNode again = Outside
			.seen(this.outside.get().uri("/zarechye/").cookie("visitor", cookie).cookie("active", "1").exchange());
		assertThat(again.at(HEADER).asString()).isEqualTo(stranger("203.0.113.1", "a2f3")).isNotEmpty();
	}

	private String stranger(String address, @Nullable String key) {
		return Outside.seen(comment(address, key)).at(HEADER).asString();
	}

	private WebTestClient.ResponseSpec comment(String address, @Nullable String key) {
		return this.outside.post().uri("/api/v1/articles/1/comments").headers((headers) -> {
			headers.set("X-Forwarded-For", address);
			if (key != null) {
				headers.set("Idempotency-Key", key);
			}
		}).exchange();
	}

}
