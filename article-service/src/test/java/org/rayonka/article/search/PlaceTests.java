package org.rayonka.article.search;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rayonka.article.InvalidRequest;
import org.rayonka.article.paging.Cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlaceTests {

	private final Moment newest = new Moment(Instant.parse("2026-11-22T07:05:00.123456Z"), UUID.randomUUID());

	private final Moment oldest = new Moment(Instant.parse("1999-12-31T23:59:59.999999Z"), UUID.randomUUID());

	@Test
	void survivesTheWayToACallerAndBack() {
		Place rest = new Place(true, this.newest, new Place.Rest(this.oldest, 0.06079271f, this.newest));
		assertThat(Place.read(rest.cursor())).isEqualTo(rest);
		Place whole = new Place(false, this.newest.before(), null);
		assertThat(Place.read(whole.cursor())).isEqualTo(whole);
		assertThat(Place.read(null).isStart()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "best", "best~0", "best~0~1", "best~0~x~y",
			"newest~1~00000000-0000-0000-0000-000000000000", "best~0~1~00000000-0000-0000-0000-000000000000~2",
			"best~0~99999999999999999999~00000000-0000-0000-0000-000000000000" })
	void refusesWhatItDidNotGiveOut(String keys) {
		String[] parts = keys.split("~");
		Object[] values = new Object[parts.length - 1];
		System.arraycopy(parts, 1, values, 0, values.length);
		String cursor = Cursor.of(parts[0], values).text();
		assertThatExceptionOfType(InvalidRequest.class).isThrownBy(() -> Place.read(cursor));
	}

}
