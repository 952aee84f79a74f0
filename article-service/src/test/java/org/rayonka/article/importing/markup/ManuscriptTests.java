package org.rayonka.article.importing.markup;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rayonka.article.importing.source.SourceDate;
import org.rayonka.article.importing.source.SourcePost;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What old systems wrote becomes plain blocks, and what cannot is told of.
 */
class ManuscriptTests {

	private static final URI BASE = URI.create("https://old.example/2015/03/most/");

	@Test
	void makesParagraphsOfEmptyLines() {
		assertThat(html("Первый\nсо второй строкой\n\n\n<h2>Глава</h2>\nВторой\n<ul>\n<li>раз</li>\n</ul>\nТретий"))
			.isEqualTo(
					"<p>Первый<br>со второй строкой</p><h2>Глава</h2><p>Второй</p><ul><li>раз</li></ul><p>Третий</p>");
	}

	@Test
	void opensBlocks() {
		assertThat(html("<!-- wp:heading {\"level\":1} --><h1>Мост</h1><!-- /wp:heading -->"
				+ "<!-- wp:group --><div class=\"wp-block-group\"><!-- wp:paragraph --><p>Да</p><!-- /wp:paragraph --></div>"
				+ "<!-- /wp:group -->"))
			.isEqualTo("<h2>Мост</h2><p>Да</p>");
	}

	@Test
	void namesBlocksThatWordPressFillsItself() {
		Manuscript manuscript = read("<!-- wp:latest-posts {\"postsToShow\":3} /--><!-- wp:spacer /--><p>Да</p>");
		assertThat(manuscript.strange()).containsExactly("block latest-posts");
	}

	@Test
	void makesFiguresOfCaptionsAndGalleries() {
		Manuscript manuscript = read("[caption id=\"a\" width=\"300\"]<a href=\"https://old.example/big.jpg\">"
				+ "<img src=\"/small.jpg\" alt=\"мост\"></a> Новый мост[/caption]\n\n[gallery ids=\"7, 8,9\"]");
		assertThat(manuscript.pictures()).containsExactly("https://old.example/big.jpg", "https://old.example/7.jpg",
				"https://old.example/9.jpg");
		assertThat(manuscript.body().select("figcaption").text()).isEqualTo("Новый мост");
		assertThat(manuscript.strange()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"[embed]https://www.youtube.com/watch?v=abcdefgh123[/embed] | https://www.youtube.com/watch?v=abcdefgh123",
			"[youtube id=abcdefgh123] | https://www.youtube.com/watch?v=abcdefgh123",
			"https://youtu.be/abcdefgh123 | https://www.youtube.com/watch?v=abcdefgh123",
			"<iframe src='//www.youtube-nocookie.com/embed/abcdefgh123?rel=0'></iframe> | https://www.youtube.com/watch?v=abcdefgh123",
			"<iframe src='https://rutube.ru/play/embed/0123456789abcdef'></iframe> | https://rutube.ru/video/0123456789abcdef/",
			"<iframe src='https://vk.com/video_ext.php?oid=-12&amp;id=34&amp;hash=x'></iframe> | https://vkvideo.ru/video-12_34",
			"<!-- wp:embed {\"url\":\"x\"} --><figure><div> https://vk.com/video-12_34 </div></figure><!-- /wp:embed --> | https://vkvideo.ru/video-12_34" })
	void findsVideos(String body, String page) {
		Manuscript manuscript = read(body);
		assertThat(manuscript.videos()).containsExactly(page);
		assertThat(manuscript.body().text()).isEmpty();
	}

	@Test
	void listsWhatItDoesNotKnow() {
		Manuscript manuscript = read("[contact-form-7 id=\"5\"][/xx]<iframe src=\"https://maps.example/x\"></iframe>"
				+ "<form><input></form>[su_box]Внутри[/su_box][[verbatim]] и [1]");
		assertThat(manuscript.strange()).containsExactlyInAnyOrder("[contact-form-7]", "[su_box]",
				"iframe maps.example", "form");
		assertThat(manuscript.body().text()).isEqualTo("Внутри[verbatim] и [1]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[caption][caption][caption][caption][caption]", "[gallery ids=\"\"]", "[", "[[", "]]",
			"[/]", "<div><div><div>", "<figure>", "<table><tr><td>[caption]", "<!-- wp:", "<p><p><p>", "<img>",
			"<img src=>", "<iframe>", "<video>", "<a><img src=\"x.jpg\"></a>", "&#0;&#x1F600;&nbsp;" })
	void getsOverWhatNobodyCloses(String body) {
		assertThat(read(body).body()).isNotNull();
	}

	@Test
	void takesTimeThatGrowsWithTheTextAlone() {
		Manuscript manuscript = read("[caption]".repeat(20_000) + "<div>".repeat(300) + "[xx]".repeat(20_000));
		assertThat(manuscript.strange()).contains("[xx]");
	}

	private static String html(String body) {
		Element read = read(body).body();
		Objects.requireNonNull(read.ownerDocument()).outputSettings().prettyPrint(false);
		return read.html().replaceAll("\\s+", " ").replace("> ", ">").replace(" <", "<").strip();
	}

	private static Manuscript read(String body) {
		SourcePost post = new SourcePost(1, "1", SourcePost.Form.WORDPRESS, true, "Мост", body, "", "",
				new SourceDate(List.of()), new SourcePost.Labels(List.of(), List.of(), List.of()), "", List.of(),
				SourcePost.Talk.SILENT);
		return Manuscript.of(post, BASE,
				(number) -> number.equals("8") ? "" : "https://old.example/" + number + ".jpg");
	}

}
