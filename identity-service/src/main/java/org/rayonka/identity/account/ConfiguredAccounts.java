package org.rayonka.identity.account;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

import org.rayonka.identity.Preparation;
import org.rayonka.identity.account.AccountProperties.Given;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Creates the configured accounts that do not exist yet; one that exists keeps its
 * password, roles and name.
 */
@Component
class ConfiguredAccounts implements Preparation {

	private static final Logger logger = LoggerFactory.getLogger(ConfiguredAccounts.class);

	private final AccountProperties properties;

	private final Accounts accounts;

	private final PasswordEncoder passwords;

	private final Clock clock;

	ConfiguredAccounts(AccountProperties properties, Accounts accounts, PasswordEncoder passwords, Clock clock) {
		this.properties = properties;
		this.accounts = accounts;
		this.passwords = passwords;
		this.clock = clock;
	}

	@Override
	public void prepare() {
		this.properties.all()
			.filter((given) -> this.accounts.findByEmail(given.email()).isEmpty())
			.map(this::account)
			.forEach(this::add);
	}

	private Account account(Given given) {
		return new Account(Optional.ofNullable(given.id()).orElseGet(() -> AccountIds.next(this.clock.instant())),
				Account.normalised(given.email()), given.name(), hash(given.password()), given.roles(),
				given.editions(), true);
	}

	private String hash(String password) {
		return Objects.requireNonNull(this.passwords.encode(password));
	}

	private void add(Account account) {
		this.accounts.add(account);
		logger.atInfo()
			.addKeyValue("account", account.id())
			.addKeyValue("roles", account.roles())
			.log("Account created");
	}

}
