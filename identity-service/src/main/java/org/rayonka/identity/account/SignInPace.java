package org.rayonka.identity.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

/**
 * Slows guessing down. An address that guesses at one account waits soonest; an address
 * that tries many accounts has room for a village behind it; an account that is tried
 * from many addresses waits too, except from where its owner has signed in before, so
 * that a stranger never keeps the owner out. The tallies are this instance's own.
 */
@Component
class SignInPace {

	private static final int CAPACITY = 10_000;

	private static final Pace PAIR = new Pace(5, Duration.ofSeconds(2), Duration.ofMinutes(1));

	private static final Pace ACCOUNT = new Pace(20, Duration.ofSeconds(1), Duration.ofSeconds(30));

	private static final Pace ADDRESS = new Pace(60, Duration.ofSeconds(1), Duration.ofSeconds(10));

	private final Attempts attempts;

	private final Set<String> familiar = Collections
		.synchronizedSet(Collections.newSetFromMap(new Attempts.Bounded<>(CAPACITY)));

	SignInPace(Clock clock) {
		this.attempts = new Attempts(3 * CAPACITY, clock);
	}

	/**
	 * Counts an attempt before the password is looked at.
	 * @param email what was typed, normalised
	 * @param address where it comes from
	 * @throws TooManyAttemptsException when it comes too soon
	 */
	void admit(String email, String address) {
		Duration wait = this.attempts.admit(limits(email, address));
		if (wait.isPositive()) {
			throw new TooManyAttemptsException(wait);
		}
	}

	void succeeded(String email, String address) {
		this.attempts.succeeded(limits(email, address).keySet());
		this.familiar.add(pair(email, address));
	}

	private Map<String, Pace> limits(String email, String address) {
		String pair = pair(email, address);
		Map<String, Pace> limits = new HashMap<>(Map.of(pair, PAIR, "address " + network(address), ADDRESS));
		if (!this.familiar.contains(pair)) {
			limits.put("account " + email, ACCOUNT);
		}
		return limits;
	}

	private static String pair(String email, String address) {
		return "pair " + email + " " + network(address);
	}

	/** Whoever has one IPv6 address has all of its /64. */
	private static String network(String address) {
		try {
			return (InetAddress.ofLiteral(address) instanceof Inet6Address six)
					? HexFormat.of().formatHex(six.getAddress(), 0, 8) : address;
		}
		catch (IllegalArgumentException ex) {
			return address;
		}
	}

}
