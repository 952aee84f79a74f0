package org.rayonka.demo;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MomentTests {

	private static final ZoneId ZONE = ZoneId.of("Asia/Yekaterinburg");

	private static final Instant NOW = Instant.parse("2026-11-22T20:30:00Z");

	@Test
	void reckonsADistance() {
		assertThat(Moment.of("12m").before(NOW, ZONE)).isEqualTo("2026-11-22T20:18:00Z");
		assertThat(Moment.of("3h").before(NOW, ZONE)).isEqualTo("2026-11-22T17:30:00Z");
	}

	@Test
	void reckonsDaysByTheEditionsClock() {
		assertThat(Moment.of("1d 09:15").before(NOW, ZONE)).isEqualTo("2026-11-22T04:15:00Z");
	}

	@Test
	void refusesAnythingElse() {
		assertThatIllegalArgumentException().isThrownBy(() -> Moment.of("yesterday"));
	}

}
