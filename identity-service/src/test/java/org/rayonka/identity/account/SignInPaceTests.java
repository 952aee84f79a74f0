package org.rayonka.identity.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Guesses passwords at a clock that is moved by hand.
 */
class SignInPaceTests {

	private static final String EMAIL = "editor@example.org";

	private Instant now = Instant.parse("2026-11-22T10:00:00Z");

	private final SignInPace pace = new SignInPace(clock());

	private Clock clock() {
		InstantSource source = () -> this.now;
		return source.withZone(ZoneOffset.UTC);
	}

	@Test
	void doublesTheWaitUpToAMinute() {
		assertThat(waitsOf("203.0.113.7", 12)).containsExactly(0L, 0L, 0L, 0L, 0L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
	}

	@Test
	void doesNotCountWhatItTurnsAway() {
		waitsOf("203.0.113.7", 5);
		for (int attempt = 0; attempt < 100; attempt++) {
			assertThat(waitOf(EMAIL, "203.0.113.7")).isEqualTo(2);
		}
	}

	@Test
	void forgetsAfterAQuarterOfAnHour() {
		waitsOf("203.0.113.7", 11);
		this.now = this.now.plus(Duration.ofMinutes(16));
		assertThat(waitsOf("203.0.113.7", 5)).containsOnly(0L);
	}

	@Test
	void takesTheSixtyFourOfAnAddressAsOne() {
		for (int attempt = 0; attempt < 5; attempt++) {
			assertThat(waitOf(EMAIL, "2001:db8:0:1::" + attempt)).isZero();
		}
		assertThat(waitOf(EMAIL, "2001:db8:0:1:ffff::9")).isPositive();
		assertThat(waitOf(EMAIL, "2001:db8:0:2::9")).isZero();
	}

	@Test
	void slowsManyAddressesAtOneAccountButNotItsOwner() {
		this.pace.admit(EMAIL, "198.51.100.1");
		this.pace.succeeded(EMAIL, "198.51.100.1");
		int admitted = 0;
		for (int address = 0; address < 200; address++) {
			admitted += (waitOf(EMAIL, "203.0.113." + address) == 0) ? 1 : 0;
		}
		assertThat(admitted).isEqualTo(20);
		assertThat(waitOf(EMAIL, "198.51.100.2")).as("from somewhere new").isBetween(1L, 30L);
		assertThatCode(() -> this.pace.admit(EMAIL, "198.51.100.1")).doesNotThrowAnyException();
	}

	@Test
	void slowsOneAddressAtManyAccounts() {
		for (int account = 0; account < 60; account++) {
			assertThat(waitOf(account + "@example.org", "203.0.113.7")).isZero();
		}
		assertThat(waitOf("another@example.org", "203.0.113.7")).isPositive();
	}

	@Test
	void aVillageBehindOneAddressSignsInUndisturbed() {
		for (int account = 0; account < 500; account++) {
			this.pace.admit(account + "@example.org", "203.0.113.7");
			this.pace.succeeded(account + "@example.org", "203.0.113.7");
		}
		assertThatExceptionOfType(TooManyAttemptsException.class).isThrownBy(() -> IntStream.range(0, 61)
			.forEach((account) -> this.pace.admit(account + "@example.com", "203.0.113.7")));
	}

	/** What each attempt must wait for, when each waits as told. */
	private List<Long> waitsOf(String address, int attempts) {
		return IntStream.range(0, attempts).mapToObj((attempt) -> {
			long wait = waitOf(EMAIL, address);
			if (wait > 0) {
				this.now = this.now.plusSeconds(wait);
				this.pace.admit(EMAIL, address);
			}
			return wait;
		}).toList();
	}

	private long waitOf(String email, String address) {
		try {
			this.pace.admit(email, address);
			return 0;
		}
		catch (TooManyAttemptsException ex) {
			return ex.seconds();
		}
	}

}
