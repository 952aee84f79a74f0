package org.rayonka.comment;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Cursors come back as they were given out, or not at all.
 */
class CursorTests {

	private static final Cursor CURSOR = new Cursor("best", -3, Instant.parse("2026-11-22T09:30:15.123456Z"),
			UUID.fromString("019a9b5e-7c00-7000-8000-000000000001"));

	@Test
	void comesBackAsItWas() {
		assertThat(Cursor.of(CURSOR.text(), "best")).isEqualTo(CURSOR);
		assertThat(CURSOR.text()).matches("[A-Za-z0-9_-]+");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "!!!", "YmVzdA", "YmVzdCAxIDIgMw",
			"YmVzdCA5OTk5OTk5OTk5IDEgMDE5YTliNWUtN2MwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx" })
	void isRefusedWhenTampered(String text) {
		assertThatExceptionOfType(CommentProblem.InvalidCursor.class).isThrownBy(() -> Cursor.of(text, "best"));
	}

	@Test
	void isRefusedForAnotherList() {
		assertThatExceptionOfType(CommentProblem.InvalidCursor.class)
			.isThrownBy(() -> Cursor.of(CURSOR.text(), "newest"));
	}

}
