package org.rayonka.gateway.docs;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rayonka.gateway.GatewayTest;
import org.rayonka.gateway.Outside;
import org.rayonka.gateway.StandIns;
import org.rayonka.gateway.Site;
import org.rayonka.gateway.routing.Services;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class DocsIT {

	@LocalServerPort
	private int port;

	@Autowired
	private Services services;

	@Autowired
	private Site site;

	private WebTestClient outside = WebTestClient.bindToServer().build();

	@BeforeEach
	void comeFromOutside() {
		this.outside = Outside.at(this.port);
	}

	@Test
	void describesAllServicesInOneDocument() {
		JsonNode document = Outside.seen(this.outside.get().uri("/api/v1/openapi.json").exchange());
		assertThat(document.at("/openapi").asString()).startsWith("3.1");
		assertThat(document.at("/servers/0/url").asString()).isEqualTo("https://rayonka.example");
		assertThat(document.at("/paths").propertyNames())
			.contains("/api/v1/articles", "/api/v1/engagements", "/api/v1/comments", "/oauth2/token", "/api/v1/me")
			.doesNotContain("/actuator/x");
		assertThat(document.at("/paths/~1api~1v1~1comments/get/responses/200/content/application~1json/schema/$ref")
			.asString()).isEqualTo("#/components/schemas/CommentPage");
		assertThat(document.at("/components/schemas/CommentPage/title").asString()).isEqualTo("comment");
		assertThat(document.at("/components/schemas/Page/title").asString()).isEqualTo("article");
		assertThat(document.at("/components/schemas").propertyNames()).contains("Same").doesNotContain("CommentSame");
		assertThat(document.findValuesAsString("operationId")).doesNotHaveDuplicates();
	}

	@Test
	void describesTheRestWhileAServiceIsAway() {
		Descriptions fresh = new Descriptions(this.services, HttpClient.create(), JsonMapper.shared(), this.site);
		StandIns.COMMENT.hideDescription(true);
		try {
			Descriptions.Merged partial = fresh.document().blockOptional().orElseThrow();
			JsonNode document = JsonMapper.shared().readTree(partial.json());
			assertThat(partial.whole()).isFalse();
			assertThat(document.at("/info/x-rayonka-missing/0").asString()).isEqualTo("comment");
			assertThat(document.at("/paths").propertyNames()).contains("/api/v1/articles", "/api/v1/engagements");
		}
		finally {
			StandIns.COMMENT.hideDescription(false);
		}
	}

	@Test
	void showsThePageWithItsOwnFiles() {
		this.outside.get()
			.uri("/api/docs")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.TEXT_HTML)
			.expectHeader()
			.valueMatches("Content-Security-Policy", ".*script-src 'self'.*");
		for (String file : new String[] { "start.js", "swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png" }) {
			this.outside.mutate()
				.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(4_000_000))
				.build()
				.get()
				.uri("/api/docs/" + file)
				.exchange()
				.expectStatus()
				.isOk();
		}
		this.outside.get().uri("/api/docs/index.css").exchange().expectStatus().isNotFound();
	}

}
