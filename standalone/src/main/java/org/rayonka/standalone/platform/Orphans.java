package org.rayonka.standalone.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.rayonka.infrastructure.OwnedProcess;
import org.rayonka.infrastructure.Server;
import org.rayonka.infrastructure.StopSignal;
import org.rayonka.standalone.supervision.Together;

/**
 * What a killed supervisor left running.
 */
final class Orphans {

	private final Parts parts;

	Orphans(Parts parts) {
		this.parts = parts;
	}

	/**
	 * The orphans there are.
	 * @return their names
	 */
	List<String> find() {
		List<String> names = new ArrayList<>();
		for (Map.Entry<String, OwnedProcess> process : this.parts.processes().entrySet()) {
			if (process.getValue().adopt().isPresent()) {
				names.add(process.getKey());
			}
		}
		for (Server server : this.parts.servers()) {
			if (server.hasOrphan()) {
				names.add(server.name());
			}
		}
		return names;
	}

	/**
	 * Ends them in order: those that serve first, then what they stand on.
	 * @return the names of those that were ended
	 */
	List<String> end() {
		List<String> names = find();
		Together.each(this.parts.processes().values(), (process) -> {
			process.adopt();
			process.stop(StopSignal.TERM, Duration.ofSeconds(20));
		});
		Together.each(this.parts.servers(), Server::stop);
		return names;
	}

}
