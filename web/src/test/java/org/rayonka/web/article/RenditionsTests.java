package org.rayonka.web.article;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rayonka.web.article.Article.Picture;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A picture's other sizes are those that article-service names, no others.
 */
class RenditionsTests {

	private final Renditions renditions = new Renditions("/media/0f-{width}.{format}", List.of(320, 640, 1000),
			List.of("webp", "jpg"));

	@Test
	void listsAddressesAsBrowsersReadThem() {
		assertThat(this.renditions.better()).containsExactly("webp");
		assertThat(this.renditions.srcset("webp", (path) -> "https://paper.example" + path))
			.isEqualTo("https://paper.example/media/0f-320.webp 320w, https://paper.example/media/0f-640.webp 640w, "
					+ "https://paper.example/media/0f-1000.webp 1000w");
	}

	@ParameterizedTest
	@CsvSource({ "1280, 1000, 500", "999, 640, 320", "640, 640, 320", "100, 320, 160" })
	void isNoWiderThanAskedForIfItCan(int most, int width, int height) {
		Picture picture = new Picture("/media/0f.png", 1000, 500, "мост", null, null, this.renditions);
		assertThat(picture.within(most))
			.isEqualTo(new Picture("/media/0f-" + width + ".jpg", width, height, "мост", null, null, null));
	}

	@Test
	void staysAsItIsWithoutOthers() {
		Picture picture = new Picture("/media/0f.png", 1000, 500, "мост", null, null, null);
		assertThat(picture.shared()).isEqualTo(picture);
	}

}
