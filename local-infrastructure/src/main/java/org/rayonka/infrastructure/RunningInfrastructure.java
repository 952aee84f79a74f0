package org.rayonka.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The servers that all tests of this JVM share: started when first asked for, with fresh
 * data, ended with the JVM however it ends.
 */
public final class RunningInfrastructure {

	private static final Path HOME = Path.of(
			Files.isDirectory(Path.of("target")) ? "target" : System.getProperty("java.io.tmpdir"),
			"local-infrastructure");

	private static @Nullable LocalInfrastructure current;

	private RunningInfrastructure() {
	}

	/**
	 * The shared servers, all of them running unless a test stopped one.
	 * @return the servers
	 */
	public static LocalInfrastructure current() {
		return current(EnumSet.allOf(ServerKind.class));
	}

	/**
	 * The shared servers.
	 * @param kinds those that have to run; a server that was started before and that a
	 * test stopped is started again
	 * @return the servers, of which others may run too
	 */
	public static synchronized LocalInfrastructure current(Set<ServerKind> kinds) {
		LocalInfrastructure infrastructure = current;
		if (infrastructure == null) {
			infrastructure = fresh();
			current = infrastructure;
		}
		infrastructure.start(kinds);
		return infrastructure;
	}

	private static LocalInfrastructure fresh() {
		sweep();
		Path folder = HOME.resolve(Long.toString(ProcessHandle.current().pid())).toAbsolutePath();
		LocalInfrastructure infrastructure = LocalInfrastructure.in(folder);
		Watchdog watchdog = new Watchdog(folder);
		infrastructure.onStart(() -> watchdog.guard(infrastructure));
		return infrastructure;
	}

	/** Ends and deletes what killed runs left; what a living run uses is locked. */
	private static void sweep() {
		try {
			Files.createDirectories(HOME);
			for (Path folder : folders()) {
				Optional<FolderLock> lock = FolderLock.tryTake(folder);
				if (lock.isPresent()) {
					lock.get().close();
					LocalInfrastructure.in(folder).close();
					BinaryCache.deleteTree(folder);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Path> folders() throws IOException {
		try (Stream<Path> folders = Files.list(HOME)) {
			return folders.filter(Files::isDirectory).toList();
		}
	}

}
