package org.rayonka.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A shell that waits for the end of this JVM, however it ends, then kills its servers and
 * deletes their data, for tests: so the servers outlive every client in the JVM, and
 * nothing else.
 */
final class Watchdog {

	/** The pipe to its input closes with this JVM; each line replaces the one before. */
	private static final String SCRIPT = """
			trap '' INT TERM HUP
			while read -r line; do pids=$line; done
			[ -z "$pids" ] || kill -9 $pids 2>/dev/null
			sleep 1
			cd "$1" && rm -rf postgresql/data redis/data kafka/data
			""";

	private final Path folder;

	private @Nullable Writer pipe;

	Watchdog(Path folder) {
		this.folder = folder;
	}

	/**
	 * Names the processes to end, in place of those named before.
	 */
	synchronized void guard(LocalInfrastructure infrastructure) {
		String pids = Stream.of(ServerKind.values())
			.map(infrastructure::server)
			.filter(Server::isAlive)
			.map((server) -> Long.toString(server.pid()))
			.collect(Collectors.joining(" "));
		try {
			if (this.pipe == null) {
				this.pipe = start();
			}
			this.pipe.write(pids + "\n");
			this.pipe.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Writer start() throws IOException {
		return new ProcessBuilder("sh", "-c", SCRIPT, "watchdog", this.folder.toString()).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start()
			.outputWriter(StandardCharsets.US_ASCII);
	}

}
