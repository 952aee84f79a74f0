package org.rayonka.article.media;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rayonka.article.InvalidRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Videos come from known providers or from our own folder.
 */
class VideoTests {

	@ParameterizedTest
	@CsvSource({ "https://vkvideo.ru/video-1_2, vk", "https://rutube.ru/video/abc/, rutube",
			"https://www.youtube.com/watch?v=x, youtube", "https://youtu.be/x, youtube",
			"/media/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef.mp4, file" })
	void knowsProviders(String url, String provider) {
		assertThat(Video.of(url, "").provider()).isEqualTo(provider);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://vkvideo.ru/video-1_2", "https://vkvideo.ru.evil.example/", "javascript:alert(1)",
			"https://evil.example/?vkvideo.ru", "https://user@youtube.com/", "https://youtube.com:8443/",
			"//youtube.com/x", "/media/../etc/passwd", "not an address", "" })
	void refusesEverythingElse(String url) {
		assertThatExceptionOfType(InvalidRequest.class).isThrownBy(() -> Video.of(url, ""));
	}

}
