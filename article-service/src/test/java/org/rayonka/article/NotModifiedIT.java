package org.rayonka.article;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * What has not changed is answered without the table of bodies: here it cannot even be
 * read.
 */
class NotModifiedIT extends RunningService {

	@AfterEach
	void bodiesCanBeReadAgain() {
		run("grant select on article_body to current_user");
	}

	@Test
	void answersWithoutReadingABody() {
		Known article = published(edition(), "Мост открыли");
		String one = "/api/v1/articles/" + article.id();
		List<String> uris = List.of(one, "/api/v1/pages?path=" + article.path(),
				"/api/v1/articles?edition=" + article.json().path("edition").asString());
		List<String> tags = uris.stream().map(this::tag).toList();
		run("revoke select on article_body from current_user");
		for (int number = 0; number < uris.size(); number++) {
			call(HttpMethod.GET, uris.get(number), null).header(HttpHeaders.IF_NONE_MATCH, tags.get(number))
				.exchange()
				.expectStatus()
				.isNotModified();
		}
		call(HttpMethod.GET, one, null).exchange().expectStatus().is5xxServerError();
	}

	private String tag(String uri) {
		return String.valueOf(call(HttpMethod.GET, uri, null).exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseHeaders()
			.getETag());
	}

	private void run(String sql) {
		this.database.sql(sql).then().block();
	}

}
