package org.rayonka.infrastructure;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A durable PostgreSQL on the loopback address.
 */
public final class PostgresServer extends Server {

	private static final int PROTOCOL_3 = 196608;

	private final PostgresData data;

	/**
	 * A server whose data lies in a folder.
	 * @param folder the folder; may be new
	 * @param log the log file
	 * @param port the port, or 0 to let the kernel choose
	 */
	public PostgresServer(Path folder, Path log, int port) {
		super("postgresql", folder, log, port);
		this.data = new PostgresData(folder());
	}

	/**
	 * Creates a database and the user that owns it, or sets the user's password when they
	 * exist.
	 * @param name the database's name
	 * @param user the owner's name
	 * @param password the owner's password
	 */
	public void ensureDatabase(String name, String user, String password) {
		PostgresDatabases.ensure(port(), this.data.superuserPassword(), name, user, password);
	}

	/**
	 * The address of a database for R2DBC, without credentials.
	 * @param database the database's name
	 * @return an {@code r2dbc:} URL
	 */
	public String r2dbcUrl(String database) {
		return "r2dbc:postgresql://127.0.0.1:" + port() + "/" + database;
	}

	/**
	 * The address of a database for JDBC, without credentials.
	 * @param database the database's name
	 * @return a {@code jdbc:} URL
	 */
	public String jdbcUrl(String database) {
		return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
	}

	@Override
	List<String> command(int port) {
		Unprivileged unprivileged = Unprivileged.here();
		Path programs = new BinaryCache(unprivileged.programs(BinaryCache.ofUser()), folder())
			.unpacked(Machine.postgresResource(), TarXz::unpack);
		this.data.prepare(programs, unprivileged, port);
		List<String> command = new ArrayList<>(unprivileged.prefix());
		command.addAll(List.of(programs.resolve("bin/postgres").toString(), "-D", this.data.folder().toString()));
		return command;
	}

	@Override
	boolean answers(int port) {
		byte[] user = "user\0postgres\0database\0postgres\0\0".getBytes(StandardCharsets.US_ASCII);
		ByteBuffer startup = ByteBuffer.allocate(8 + user.length).putInt(8 + user.length).putInt(PROTOCOL_3).put(user);
		return Wire.asks(port, startup.array(), PostgresServer::asksForPassword);
	}

	@Override
	Map<String, String> environment() {
		return Map.of("LC_ALL", "C", "PGDATA", "", "TZ", "UTC");
	}

	@Override
	StopSignal signal() {
		return StopSignal.INT;
	}

	private static boolean asksForPassword(DataInputStream in) throws IOException {
		return in.read() == 'R';
	}

}
