package org.rayonka.web.asset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Puts colours on paper.
 */
class ColourTests {

	@ParameterizedTest
	@ValueSource(strings = { "#8a1c1c", "#ffee00", "#000000", "#ffffff", "#1d4f8c", "#7f7f7f", "00ff00" })
	void makesEveryColourReadable(String colour) {
		assertThat(Colour.parse(colour).readableOn(Colour.LIGHT_PAPER).contrast(Colour.LIGHT_PAPER))
			.isGreaterThanOrEqualTo(4.5);
		assertThat(Colour.parse(colour).readableOn(Colour.DARK_PAPER).contrast(Colour.DARK_PAPER))
			.isGreaterThanOrEqualTo(4.5);
	}

	@Test
	void leavesAReadableColourAlone() {
		assertThat(Colour.parse("#8a1c1c").readableOn(Colour.LIGHT_PAPER).hex()).isEqualTo("8a1c1c");
	}

	@Test
	void takesNothingButAColour() {
		assertThat(Colour.parse("red;} body{display:none")).isEqualTo(Colour.NETWORK);
		assertThat(Colour.parse(null)).isEqualTo(Colour.NETWORK);
	}

}
