package org.rayonka.article.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rayonka.article.InvalidRequest;
import org.rayonka.article.paging.Cursor;
import org.rayonka.article.paging.Page;
import org.rayonka.article.search.Match.Block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlaceTests {

	private final Moment newest = new Moment(Instant.parse("2026-11-22T07:05:00.123456Z"), UUID.randomUUID());

	private final Moment oldest = new Moment(Instant.parse("1999-12-31T23:59:59.999999Z"), UUID.randomUUID());

	@Test
	void survivesTheWayToACallerAndBack() {
		Match match = new Match(this.oldest, 0.06079271f, new Block(this.newest, this.oldest, true));
		Page<Match> begun = Place.start().ofMeant().page(List.of(match, match), 1);
		assertThat(begun.items()).hasSize(1);
		assertThat(Place.read(begun.next()))
			.isEqualTo(new Place(true, this.newest, new Place.Rest(match.block(), match.rank(), this.oldest)));
		Page<Match> whole = Place.start().page(List.of(match), 1);
		assertThat(Place.read(whole.next())).isEqualTo(new Place(false, this.oldest.before(), null));
		assertThat(Place.read(null).isStart()).isTrue();
	}

	@Test
	void keepsTheEndsOfABlockThatWasBegun() {
		Block block = new Block(this.newest, this.oldest, true);
		Place begun = new Place(false, this.newest, new Place.Rest(block, 0.5f, this.newest));
		Match later = new Match(this.newest, 0.1f, new Block(this.newest, this.newest, false));
		Place next = new Place(false, this.newest, new Place.Rest(block, 0.1f, this.newest));
		assertThat(Place.read(begun.page(List.of(later, later), 1).next())).isEqualTo(next);
		assertThat(Place.read(begun.page(List.of(later), 1).next()).newest()).isEqualTo(this.oldest.before());
		assertThat(Place.read(begun.page(List.of(), 1).next()).newest()).isEqualTo(this.oldest.before());
	}

	@Test
	void endsWithTheLastBlock() {
		Block last = new Block(this.newest, this.oldest, false);
		Match match = new Match(this.oldest, 0.1f, last);
		assertThat(Place.start().page(List.of(match), 1).next()).isNull();
		assertThat(Place.start().page(List.of(), 1).next()).isNull();
		Place begun = new Place(false, this.newest, new Place.Rest(last, 0.5f, this.newest));
		assertThat(begun.page(List.of(), 1).next()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "best", "best~0", "best~0~1", "best~0~x~y",
			"newest~1~00000000-0000-0000-0000-000000000000", "best~0~1~00000000-0000-0000-0000-000000000000~2",
			"best~0~1~00000000-0000-0000-0000-000000000000~1~00000000-0000-0000-0000-000000000000~1~x",
			"best~0~99999999999999999999~00000000-0000-0000-0000-000000000000" })
	void refusesWhatItDidNotGiveOut(String keys) {
		String[] parts = keys.split("~");
		Object[] values = new Object[parts.length - 1];
		System.arraycopy(parts, 1, values, 0, values.length);
		String cursor = Cursor.of(parts[0], values).text();
		assertThatExceptionOfType(InvalidRequest.class).isThrownBy(() -> Place.read(cursor));
	}

}
