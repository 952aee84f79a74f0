package org.rayonka.infrastructure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Creates databases and their owners.
 */
final class PostgresDatabases {

	private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");

	private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

	private PostgresDatabases() {
	}

	static void ensure(int port, String superuserPassword, String name, String user, String password) {
		require(IDENTIFIER, name, "database's name");
		require(IDENTIFIER, user, "user's name");
		require(PASSWORD, password, "password");
		try (Connection connection = connect(port, superuserPassword); Statement sql = connection.createStatement()) {
			String verb = exists(connection, "select 1 from pg_roles where rolname = ?", user) ? "alter" : "create";
			sql.execute(verb + " role " + user + " login password '" + password + "'");
			if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
				sql.execute("create database " + name + " owner " + user);
			}
			sql.execute("revoke all on database " + name + " from public");
		}
		catch (SQLException ex) {
			throw new InfrastructureException("The database " + name + " cannot be created: " + ex.getMessage(), ex);
		}
	}

	private static Connection connect(int port, String superuserPassword) throws SQLException {
		Properties properties = new Properties();
		properties.setProperty("user", "postgres");
		properties.setProperty("password", superuserPassword);
		properties.setProperty("sslmode", "disable");
		return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", properties);
	}

	private static boolean exists(Connection connection, String query, String name) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(query)) {
			statement.setString(1, name);
			try (ResultSet rows = statement.executeQuery()) {
				return rows.next();
			}
		}
	}

	private static void require(Pattern pattern, String text, String what) {
		if (!pattern.matcher(text).matches()) {
			throw new IllegalArgumentException("not a " + what + " that needs no quoting");
		}
	}

}
