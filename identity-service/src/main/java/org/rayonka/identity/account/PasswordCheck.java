package org.rayonka.identity.account;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs a person in by e-mail and password. Neither the answer nor its time tells whether
 * there is such an account. The principal's name is the account's id.
 */
@Component
class PasswordCheck implements AuthenticationProvider {

	/** A hash of nothing, in the form and at the cost of a real one. */
	private static final String NOBODY = "{bcrypt}$2a$10$CwTycUXWue0Thq9StjUM0uJ8.3Xn6kZsE9vnTyrr2AWAP4qFaG8i2";

	private final Accounts accounts;

	private final PasswordEncoder passwords;

	private final SignInPace pace;

	private final Clock clock;

	PasswordCheck(Accounts accounts, PasswordEncoder passwords, SignInPace pace, Clock clock) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.pace = pace;
		this.clock = clock;
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		String email = plausible(Account.normalised(attempt.getName()));
		String password = Objects.toString(attempt.getCredentials(), "");
		this.pace.admit(email, address(attempt));
		Account account = check(email, password);
		this.pace.succeeded(email, address(attempt));
		if (this.passwords.upgradeEncoding(account.password())) {
			this.accounts.changePassword(account.id(), Objects.requireNonNull(this.passwords.encode(password)));
		}
		return signedIn(account);
	}

	private Account check(String email, String password) {
		Optional<Account> account = this.accounts.findByEmail(email);
		boolean right = this.passwords.matches(password, account.map(Account::password).orElse(NOBODY));
		return account.filter((found) -> right && found.enabled())
			.orElseThrow(() -> new BadCredentialsException("Wrong e-mail or password"));
	}

	private Authentication signedIn(Account account) {
		List<GrantedAuthority> authorities = new ArrayList<>();
		authorities.add(FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
			.issuedAt(this.clock.instant())
			.build());
		account.roles().forEach((role) -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role.slug())));
		User user = new User(account.id().toString(), "", authorities);
		return UsernamePasswordAuthenticationToken.authenticated(user, null, authorities);
	}

	/**
	 * No account has such an e-mail: it is not worth the memory of a tally, or a query.
	 */
	private static String plausible(String email) {
		return (email.length() > 254 || email.chars().anyMatch(Character::isISOControl)) ? "" : email;
	}

	private static String address(Authentication attempt) {
		return (attempt.getDetails() instanceof WebAuthenticationDetails details)
				? Objects.toString(details.getRemoteAddress(), "") : "";
	}

	@Override
	public boolean supports(Class<?> type) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
	}

}
