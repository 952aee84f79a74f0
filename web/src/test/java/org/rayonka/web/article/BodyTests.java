package org.rayonka.web.article;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads bodies that nobody should have stored.
 */
class BodyTests {

	@ParameterizedTest
	@ValueSource(strings = { "<script>evil</script>", "<img src=x onerror=evil>", "<a href='javascript:evil'>x</a>",
			"<iframe src='https://evil.example'></iframe>", "<p style='background:url(//evil)'>x</p>",
			"<img src='https://evil.example/pixel.gif'>", "<svg onload=evil>", "<form action='//evil'><input></form>",
			"<a href='data:text/html,evil'>x</a>", "<math><mtext><style><img title='</style><img src onerror=evil>'>" })
	void leavesNothingThatActs(String html) {
		assertThat(Body.sanitised(html)).doesNotContain("evil");
	}

	@Test
	void keepsWhatAnArticleIsMadeOf() {
		String html = "<h2>Что изменилось</h2><p>Слова <b>важные</b> и <a href=\"/zarechye/\" rel=\"noopener nofollow\">ссылка</a></p>"
				+ "<ul><li>раз</li></ul><figure><img src=\"/media/0f.jpg\" alt=\"мост\" width=\"10\" height=\"5\" />"
				+ "<figcaption>Мост</figcaption></figure>";
		assertThat(Body.sanitised(html)).isEqualTo(html);
	}

	@Test
	void letsKeysReachWhatScrolls() {
		assertThat(Body.sanitised("<table><tr><td>1</td></tr></table><pre>длинная строка</pre>"))
			.contains("<table tabindex=\"0\">", "<pre tabindex=\"0\">");
		assertThat(Body.absolute("<table><tr><td>1</td></tr></table>", "https://paper.example"))
			.doesNotContain("tabindex");
	}

	@Test
	void makesAddressesAbsoluteForReadersElsewhere() {
		assertThat(Body.absolute("<a href=\"/a/\">x</a><img src=\"/media/0f.jpg\"><a href=\"//evil.example\">y</a>",
				"https://paper.example"))
			.contains("href=\"https://paper.example/a/\"", "src=\"https://paper.example/media/0f.jpg\"");
	}

	@Test
	void isEmptyWithoutABody() {
		assertThat(Body.sanitised(null)).isEmpty();
	}

}
