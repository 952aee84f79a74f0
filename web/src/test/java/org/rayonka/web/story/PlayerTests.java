package org.rayonka.web.story;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rayonka.web.article.Article.Video;
import org.rayonka.web.site.Site;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Offers videos of several kinds.
 */
class PlayerTests {

	private final Site site = new Site(URI.create("http://localhost:8080/"), new Site.Web("Районка", null));

	@ParameterizedTest
	@CsvSource({
			"https://www.youtube.com/watch?v=abc_DEF-123, https://www.youtube-nocookie.com/embed/abc_DEF-123?autoplay=1",
			"https://youtu.be/abc_DEF-123?t=5, https://www.youtube-nocookie.com/embed/abc_DEF-123?autoplay=1",
			"https://rutube.ru/video/0123456789abcdef/, https://rutube.ru/play/embed/0123456789abcdef",
			"https://vkvideo.ru/video-1_23, https://vkvideo.ru/video_ext.php?oid=-1&id=23&autoplay=1",
			"https://elsewhere.example/film, ", "https://rutube.ru.evil.example/video/0123456789abcdef/, " })
	void knowsThePlayersOfElsewhere(String url, @Nullable String embed) {
		Player player = Player.of(new Video(url, "Фильм", null), this.site);
		assertThat(player.embed()).isEqualTo(embed);
		assertThat(player.own()).isFalse();
	}

	@Test
	void playsOwnFilesItself() {
		assertThat(Player.of(new Video("http://localhost:8080/media/0f.mp4", null, null), this.site))
			.isEqualTo(new Player("", "/media/0f.mp4", null, true, ""));
	}

	@Test
	void leadsNowhereByAnAddressThatIsNone() {
		assertThat(Player.of(new Video("javascript:alert(1)", null, null), this.site).url()).isEqualTo("#");
	}

}
