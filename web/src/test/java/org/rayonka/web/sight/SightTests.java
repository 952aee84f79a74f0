package org.rayonka.web.sight;

import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads what a cookie and a form say of the version for weak sight.
 */
class SightTests {

	@Test
	void readsTheCookieThatItWrites() {
		Sight sight = Objects.requireNonNull(Sight.parse("200.brown.off.wider.wide.serif"));
		assertThat(sight.of(Setting.COLOURS)).isEqualTo("brown");
		assertThat(sight.of(Setting.TYPE)).isEqualTo("serif");
		assertThat(Sight.parse(sight.cookie().getValue())).isEqualTo(sight);
		assertThat(Sight.parse(Sight.USUAL.cookie().getValue())).isEqualTo(Sight.USUAL);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "on", "150", "150.white.on.normal.normal", "150.white.on.normal.normal.sans.",
			"150.WHITE.on.normal.normal.sans", "white.150.on.normal.normal.sans", "150.pink.on.normal.normal.sans",
			" 150.white.on.normal.normal.sans", "150.\"><script>.on.normal.normal.sans", "....." })
	void takesNonsenseForTheOrdinaryVersion(String cookie) {
		assertThat(Sight.parse(cookie)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "/zarechye/?cursor=x, /zarechye/?cursor=x", "/search?q=%D0%B5, /search?q=%D0%B5", "//evil.example/, /",
			"/\\evil.example/, /", "https://evil.example/, /", "evil, /", "'/a b', /", "'/a\tb', /", "/ё, /", "/%zz, /",
			"'', /" })
	void leadsBackToOurPagesAlone(String path, String location) {
		assertThat(ReturnPath.of(path)).hasToString(location);
	}

}
