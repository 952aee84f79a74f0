package org.rayonka.standalone.screen;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BarTests {

	@Test
	void tellsPhaseCountRateAndTimeLeft() {
		assertThat(new Bar("articles", 500, 2000, 0, 10).text(100))
			.isEqualTo("articles [##########------------------------------] 500/2000 50/s 0:30 left");
	}

	@Test
	void tellsHoursAndSlowRates() {
		assertThat(new Bar("articles", 10, 40_000, 0, 10).text(200)).endsWith("10/40000 1.0/s 11:06:30 left");
	}

	@Test
	void ratesWhatWasDoneInThePhase() {
		assertThat(new Bar("the log, part 2 of 4", 1500, 2000, 1000, 10).text(200))
			.endsWith("1500/2000 50/s 0:10 left");
		assertThat(new Bar("Redis, part 2 of 4", 1500, 2000, 1500, 10).text(200)).endsWith("1500/2000");
	}

	@Test
	void hasNoBarWhileTheWholeIsUnknown() {
		assertThat(new Bar("checking", 300, 0, 0, 3).text(80)).isEqualTo("checking 300 100/s");
	}

	@Test
	void promisesNothingAtTheStart() {
		assertThat(new Bar("talk", 0, 10, 0, 7).text(80)).endsWith("0/10");
		assertThat(new Bar("talk", 5, 10, 0, 0.1).text(80)).endsWith("5/10");
	}

	@Test
	void staysFullWhenMoreCameThanWasSaid() {
		assertThat(new Bar("talk", 12, 10, 0, 1).text(80)).contains("[" + "#".repeat(40) + "]").endsWith("12/10 12/s");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 10, 39, 40, 60, 80, 300 })
	void neverWraps(int columns) {
		assertThat(new Bar("articles", 99_999, 100_000, 0, 7200).text(columns).length()).isLessThan(columns);
	}

}
