package org.rayonka.article;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ids are UUIDs of version 7 that grow.
 */
class IdsTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");

	private final Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC));

	@Test
	void carriesTheTimeTheVersionAndTheVariant() {
		UUID id = this.ids.next();
		assertThat(id.version()).isEqualTo(7);
		assertThat(id.variant()).isEqualTo(2);
		assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
	}

	@Test
	void growsWhileTheClockStandsStill() {
		List<String> made = Stream.generate(this.ids::next).limit(10_000).map(UUID::toString).toList();
		assertThat(made).isSorted().doesNotHaveDuplicates();
	}

}
