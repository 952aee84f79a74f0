package org.rayonka.article.paging;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rayonka.article.InvalidRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A cursor comes back as it was given out, or not at all.
 */
class CursorTests {

	private static List<String> keys(List<String> keys) {
		return keys;
	}

	@Test
	void comesBackAsItWasGivenOut() {
		String text = Cursor.of("newest", 1763805600000000L, "абв").text();
		assertThat(text).matches("[A-Za-z0-9_-]+");
		assertThat(Cursor.read(text, "newest", CursorTests::keys)).containsExactly("1763805600000000", "абв");
	}

	@Test
	void belongsToOneList() {
		String text = Cursor.of("newest", 1).text();
		assertThatExceptionOfType(InvalidRequest.class).isThrownBy(() -> Cursor.read(text, "best", CursorTests::keys));
	}

	@Test
	void noticesEveryChangedLetter() {
		String text = Cursor.of("newest", 1763805600000000L).text();
		for (int i = 0; i < text.length(); i++) {
			char other = (text.charAt(i) == 'A') ? 'g' : 'A';
			String mangled = text.substring(0, i) + other + text.substring(i + 1);
			assertThatExceptionOfType(InvalidRequest.class).as(mangled)
				.isThrownBy(() -> Cursor.read(mangled, "newest", CursorTests::keys));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "x", "AAAA", "AAAAAA", "%00", "'; drop table article", "../..", "=====" })
	void refusesWhatItNeverGaveOut(String text) {
		assertThatExceptionOfType(InvalidRequest.class)
			.isThrownBy(() -> Cursor.read(text, "newest", CursorTests::keys));
	}

	@Test
	void refusesKeysThatMeanNothing() {
		String text = Cursor.of("newest", "tomorrow").text();
		assertThatExceptionOfType(InvalidRequest.class)
			.isThrownBy(() -> Cursor.read(text, "newest", (keys) -> Micros.toInstant(keys.get(0))));
		assertThatExceptionOfType(InvalidRequest.class)
			.isThrownBy(() -> Cursor.read(text, "newest", (keys) -> keys.get(1)));
	}

	@Test
	void keepsTimesAsFineAsTheDatabase() {
		Instant at = Instant.parse("1961-04-12T06:07:00.123456Z");
		assertThat(Micros.toInstant(Long.toString(Micros.of(at)))).isEqualTo(at);
	}

}
