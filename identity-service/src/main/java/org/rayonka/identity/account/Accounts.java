package org.rayonka.identity.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All accounts, in PostgreSQL.
 */
@Repository
public class Accounts {

	private static final String SELECT = "select id, email, name, password, roles, editions, enabled from account where ";

	private final JdbcClient jdbc;

	private final Clock clock;

	Accounts(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Finds an account, disabled ones too.
	 * @param id the account's id
	 * @return the account, empty when there is none
	 */
	public Optional<Account> findById(UUID id) {
		return this.jdbc.sql(SELECT + "id = ?").param(id).query(Accounts::account).optional();
	}

	Optional<Account> findByEmail(String email) {
		return this.jdbc.sql(SELECT + "email = ?").param(Account.normalised(email)).query(Accounts::account).optional();
	}

	void add(Account account) {
		this.jdbc.sql("""
				insert into account (id, email, name, password, roles, editions, enabled, created_at, changed_at)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(account.id(), Account.normalised(account.email()), account.name(), account.password(),
					account.roles().stream().map(Role::slug).toArray(String[]::new),
					account.editions().toArray(String[]::new), account.enabled(), now(), now())
			.update();
	}

	void changePassword(UUID id, String password) {
		this.jdbc.sql("update account set password = ?, changed_at = ? where id = ?")
			.params(password, now(), id)
			.update();
	}

	private OffsetDateTime now() {
		return OffsetDateTime.now(this.clock);
	}

	private static Account account(ResultSet row, int number) throws SQLException {
		return new Account(row.getObject("id", UUID.class), row.getString("email"), row.getString("name"),
				row.getString("password"), strings(row, "roles").map(Role::of).toList(),
				strings(row, "editions").toList(), row.getBoolean("enabled"));
	}

	private static Stream<String> strings(ResultSet row, String column) throws SQLException {
		return List.of((String[]) row.getArray(column).getArray()).stream();
	}

}
