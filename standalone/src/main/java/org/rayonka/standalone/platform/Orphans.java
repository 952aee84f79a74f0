package org.rayonka.standalone.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.rayonka.infrastructure.PidFile;
import org.rayonka.infrastructure.Server;
import org.rayonka.infrastructure.StopSignal;
import org.rayonka.standalone.folder.DataFolder;
import org.rayonka.standalone.supervision.Together;

/**
 * What a killed supervisor left running.
 */
final class Orphans {

	private final DataFolder folder;

	Orphans(DataFolder folder) {
		this.folder = folder;
	}

	/**
	 * The orphans there are; looking changes nothing.
	 * @return their names
	 */
	List<String> find() {
		return Stream
			.concat(Stream.concat(Service.ALL.stream().map(Service::name), Stream.of(Service.CONSOLE))
				.filter((name) -> lives(this.folder.pids(), name)),
					Service.SERVERS.stream().filter((name) -> lives(this.folder.resolve(name), name)))
			.toList();
	}

	/**
	 * Ends them in order: those that serve first, then what they stand on.
	 * @param parts their processes
	 * @return the names of those that were ended
	 */
	List<String> end(Parts parts) {
		List<String> names = find();
		Together.each(parts.processes().values(), (process) -> {
			process.adopt();
			process.stop(StopSignal.TERM, Duration.ofSeconds(20));
		});
		Together.each(parts.servers(), Server::stop);
		return names;
	}

	private static boolean lives(Path folder, String name) {
		return new PidFile(folder.resolve(name + ".pid")).owner().isPresent();
	}

}
