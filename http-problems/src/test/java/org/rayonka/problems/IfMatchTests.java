package org.rayonka.problems;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * For which state a change is meant.
 */
class IfMatchTests {

	@ParameterizedTest
	@ValueSource(strings = { "\"2\"", " \"2\" ", "*", "\"1\", \"2\"", "\"1\",\"2\"" })
	void letsPassWhatIsMeant(String header) {
		assertThatNoException().isThrownBy(() -> new IfMatch(header).check(2L, Long::longValue));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"1\"", "W/\"2\"", "2", "\"\"", "\"2", "\"1\", *", "\"22\"" })
	void refusesWhatIsMeantForAnotherState(String header) {
		assertThatExceptionOfType(IfMatch.Stale.class).isThrownBy(() -> new IfMatch(header).check(2L, Long::longValue))
			.satisfies((stale) -> assertThat(stale.getBody().getProperties()).containsEntry("revision", 2L));
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = "  ")
	void insistsOnIt(@Nullable String header) {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> new IfMatch(header).check(2L, Long::longValue))
			.satisfies((missing) -> assertThat(missing.getStatusCode().value()).isEqualTo(428));
	}

	@Test
	void tagsARevision() {
		assertThatNoException().isThrownBy(() -> new IfMatch(IfMatch.tag(7)).check(7L, Long::longValue));
	}

}
