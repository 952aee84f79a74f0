import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/**
 * A platform's PostgreSQL, asked by its superuser with the programs that come with it.
 *
 * @param port where it listens
 * @param password the superuser's
 * @param name of the database
 */
record Database(String port, String password, String name) {

	static Database of(Platform platform, String name) {
		try {
			String password = Files.readString(platform.data().resolve("postgresql/superuser-password")).strip();
			return new Database(platform.of("postgresql", "port"), password, name);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Carries SQL out, and gives what it answers, a row a line. */
	String sql(String sql) {
		return call(List.of("psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", sql));
	}

	/** Runs one of PostgreSQL's own programs. */
	String call(List<String> command) {
		try {
			ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
			builder.environment()
				.putAll(Map.of("PGHOST", "127.0.0.1", "PGPORT", this.port, "PGUSER", "postgres", "PGPASSWORD",
						this.password, "PGDATABASE", this.name));
			Process process = builder.start();
			String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			int code = process.waitFor();
			if (code != 0) {
				throw new IllegalStateException(command.getFirst() + " failed:\n" + out);
			}
			return out;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
