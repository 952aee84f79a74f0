package org.rayonka.standalone.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.rayonka.standalone.platform.Home;

/**
 * A run whose loaded and linked classes are kept for the next start. Without it all works
 * too, only slower: a failure is told and forgiven.
 */
final class Training {

	/** Makes a Spring application end when its context is refreshed. */
	static final String ONCE = "-Dspring.context.exit=onRefresh";

	private final String name;

	private final Path cache;

	private boolean stale;

	Training(String name, Path cache) {
		this.name = name;
		this.cache = cache;
		this.stale = Files.notExists(cache);
	}

	/** Makes the cache stale if this is newer. */
	Training newerThan(Path source) throws IOException {
		this.stale = this.stale || Files.notExists(source)
				|| Files.getLastModifiedTime(source).compareTo(Files.getLastModifiedTime(this.cache)) > 0;
		return this;
	}

	void run(List<String> arguments) throws IOException {
		if (!this.stale) {
			return;
		}
		Files.deleteIfExists(this.cache);
		List<String> command = new ArrayList<>(Home.memory(Preparation.HEAP));
		command.add("-XX:AOTCacheOutput=" + this.cache);
		command.addAll(arguments);
		long begun = System.nanoTime();
		Path log = this.cache.resolveSibling(this.name + ".training.log");
		try {
			Program.run(this.name, command, log);
		}
		catch (IOException ex) {
			System.out.println(ex.getMessage());
		}
		System.out.printf(
				"%s: %s after %.1f s%n", this.name, Files.exists(this.cache)
						? "AOT cache of %d MB".formatted(Files.size(this.cache) >> 20) : "no AOT cache, see " + log,
				(System.nanoTime() - begun) / 1e9);
	}

}
