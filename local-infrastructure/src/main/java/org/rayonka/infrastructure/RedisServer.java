package org.rayonka.infrastructure;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A Redis with its append-only file on, on the loopback address.
 */
public final class RedisServer extends Server {

	private final @Nullable String password;

	/**
	 * A server whose data lies in a folder.
	 * @param folder the folder; may be new
	 * @param log the log file
	 * @param port the port, or 0 to let the kernel choose
	 * @param password the password, or null for none
	 */
	public RedisServer(Path folder, Path log, int port, @Nullable String password) {
		super("redis", folder, log, port);
		this.password = password;
	}

	/**
	 * The server's address, with the password if there is one.
	 * @return a {@code redis:} URL
	 */
	public String url() {
		return "redis://" + ((this.password != null) ? ":" + this.password + "@" : "") + "127.0.0.1:" + port();
	}

	@Override
	List<String> command(int port) {
		Path programs = new BinaryCache(BinaryCache.ofUser(), folder()).unpacked(Machine.redisResource(),
				RedisServer::unpack);
		Path configuration = folder().resolve("redis.conf");
		try {
			Files.createDirectories(folder().resolve("data"));
			new SecretFile(configuration).write(configuration(port));
		}
		catch (IOException ex) {
			throw new InfrastructureException("Redis' data in " + folder() + " cannot be prepared: " + ex, ex);
		}
		return List.of(programs.resolve("redis-server").toString(), configuration.toString());
	}

	@Override
	boolean answers(int port) {
		String login = (this.password != null) ? "AUTH " + this.password + "\r\n" : "";
		return Wire.asks(port, (login + "PING\r\n").getBytes(StandardCharsets.US_ASCII), this::pongs);
	}

	private boolean pongs(DataInputStream in) throws IOException {
		String expected = ((this.password != null) ? "+OK\r\n" : "") + "+PONG";
		byte[] answer = new byte[expected.length()];
		in.readFully(answer);
		return new String(answer, StandardCharsets.US_ASCII).equals(expected);
	}

	private static void unpack(InputStream in, Path folder) throws IOException {
		Path program = folder.resolve("redis-server");
		Files.copy(in, program);
		if (!program.toFile().setExecutable(true, false)) {
			throw new IOException(program + " cannot be made executable");
		}
	}

	private String configuration(int port) {
		String conf = """
				# written anew at each start
				bind 127.0.0.1
				port %d
				protected-mode yes
				daemonize no
				set-proc-title no
				dir "%s"
				databases 1
				# every change is in the append-only file within a second
				appendonly yes
				appendfsync everysec
				aof-use-rdb-preamble yes
				auto-aof-rewrite-min-size 16mb
				save ""
				# counters are never thrown away for room
				maxmemory-policy noeviction
				""".formatted(port, folder().resolve("data").toString().replace("\\", "\\\\").replace("\"", "\\\""));
		return (this.password != null) ? conf + "requirepass " + this.password + "\n" : conf;
	}

}
