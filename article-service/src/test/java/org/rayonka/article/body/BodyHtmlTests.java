package org.rayonka.article.body;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A body keeps what newspapers need and loses what could harm a reader.
 */
class BodyHtmlTests {

	private static final String PICTURE = "/media/" + "0123456789abcdef".repeat(4) + ".jpg";

	@Test
	void keepsWhatNewspapersNeed() {
		String html = "<h2>Мост</h2><p>Его <strong>открыли</strong> <em>вчера</em>.<br /></p>"
				+ "<ul><li>раз</li></ul><ol><li>два</li></ol><blockquote>Ура</blockquote>" + "<figure><img src=\""
				+ PICTURE + "\" alt=\"Мост\" width=\"800\" height=\"600\" /><figcaption>Мост</figcaption></figure>"
				+ "<table><tbody><tr><td colspan=\"2\">1</td></tr></tbody></table>";
		assertThat(BodyHtml.of(html).html()).isEqualTo(html);
		assertThat(BodyHtml.of(html).dropped()).isEmpty();
	}

	@Test
	void marksLinks() {
		assertThat(BodyHtml.of("<a href=\"https://example.org/x\">x</a>").html())
			.contains("href=\"https://example.org/x\"")
			.contains("nofollow")
			.contains("noopener");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "<script>alert(1)</script> | script", "<p onclick=x()>a</p> | p[onclick]",
					"<a href=javascript:alert(1)>a</a> | a", "<a href=' java&#115;cript:alert(1)'>a</a> | a",
					"<a href=//evil.example>a</a> | a", "<img src=x onerror=alert(1)> | img",
					"<img src=https://tracker.example/p.gif> | img", "<iframe src=//evil></iframe> | iframe",
					"<svg onload=alert(1)></svg> | svg", "<style>p{background:url(x)}</style> | style",
					"<p style='color:red'>a</p> | p[style]", "<object data=x></object> | object",
					"<form action=x></form> | form", "<math><mtext><img src=x onerror=alert(1)></mtext></math> | math",
					"<base href=//evil> | base" })
	void dropsWhatCouldHarmAndSaysSo(String html, String dropped) {
		BodyHtml body = BodyHtml.of(html);
		assertThat(body.dropped()).contains(dropped);
		assertThat(body.html()).doesNotContain("alert")
			.doesNotContain("evil")
			.doesNotContain("tracker")
			.doesNotContain("color")
			.doesNotContain("<img");
	}

	@Test
	void changesNothingTheSecondTime() {
		String once = BodyHtml.of("<p>«Цены» <a href='https://example.org/?a=1&b=2'>+5 %</a> & more<script>x</script>")
			.html();
		assertThat(BodyHtml.again(once)).isEqualTo(once);
	}

}
