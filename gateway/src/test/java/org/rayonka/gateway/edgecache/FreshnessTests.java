package org.rayonka.gateway.edgecache;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FreshnessTests {

	@Test
	void readsEachDirective() {
		assertThat(Freshness.of("max-age=1, stale-while-revalidate=5,stale-if-error=600"))
			.isEqualTo(new Freshness(1, 5, 600));
	}

	@Test
	void takesWhatIsMissingForNothing() {
		assertThat(Freshness.of("public, max-age=60")).isEqualTo(new Freshness(60, 0, 0));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "no-store", "private, max-age=60", "max-age=60, no-store", "max-age=0", "s-maxage=60",
			"max-age=-1", "max-age=x", "max-age=99999999999" })
	void keepsNothingElse(String directives) {
		assertThat(Freshness.of(directives)).isNull();
	}

}
